// Reading reports into attributed claims with exact quotes: rules only, offline, the same every time.
export { attributions, type Attributed, type AttributedSpeaker } from './quoting/index.ts'
export { readReport, type Reading } from './read.ts'
export type { ReportMeta } from './report.ts'
export type { ReadingLexicon } from './lexicon/prepared.ts'
export { zonesOf, type Block, type Zone } from './zones.ts'
