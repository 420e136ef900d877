// The report as a model.
export type * from './report.ts'
export type * from './centre-lines.ts'
export { dailyReport, firstTermBegan, type ReportBasis } from './daily.ts'
export { cutOffOf, reportDays } from './days.ts'
export { correctionMinutes, correctionsOf, type Again } from './corrections.ts'
export { talliedIn, toldInPeriods, type Tallied, type ToldInPeriods } from './told.ts'
export { daysWithReports, reporter, USUAL_CUT_OFF, type ReportAsked, type ReportSource } from './reporter.ts'
