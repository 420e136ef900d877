// One clause: its words, its verdicts, and the way from a verdict down to what people said.
export { ClauseScreen } from './clause.tsx'
