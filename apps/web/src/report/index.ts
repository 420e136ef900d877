// The screen of the daily report: an evening to read, with figures that lead to what they rest on.
export { ReportScreen } from './screen.tsx'
