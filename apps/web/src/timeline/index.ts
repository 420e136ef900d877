// The agreement over time: windows, acts, gates, incidents, documents and verdicts on one line.
export { TimelineScreen } from './timeline.tsx'
