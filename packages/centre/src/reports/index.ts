// Daily reports in the minutes.
export { correctionsEntered, reportsMadeKnown } from './reports.ts'
