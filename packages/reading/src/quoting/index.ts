// Who is quoted, directly and indirectly, in any news text: the one door to this folder.
export { attributions, attributionsOf, speakerAt, type Attributed, type AttributedSpeaker } from './attributions.ts'
