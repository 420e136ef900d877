// Takes the worker's answer as what it should be, or not at all: a file may have got the better of it.
import type { Finding, Hidden, Parsed, Report } from './report.ts'

export function parsedFrom(answer: unknown): (Parsed & { readonly peak: number }) | null {
  if (!isRecord(answer)) return null
  const { reports, findings, peak } = answer
  if (!Array.isArray(reports) || !Array.isArray(findings) || typeof peak !== 'number') return null
  if (!reports.every(isReport) || !findings.every(isFinding)) return null
  return { reports, findings, peak }
}

function isReport(value: unknown): value is Report {
  return (
    isRecord(value) &&
    ['name', 'media_type', 'text'].every((key) => typeof value[key] === 'string') &&
    ['published', 'outlet', 'title'].every((key) => value[key] === null || typeof value[key] === 'string') &&
    Array.isArray(value.hidden) &&
    value.hidden.every(isHidden)
  )
}

function isHidden(value: unknown): value is Hidden {
  return isRecord(value) && typeof value.text === 'string' && typeof value.how === 'string'
}

function isFinding(value: unknown): value is Finding {
  return (
    isRecord(value) &&
    ['code', 'message', 'help'].every((key) => typeof value[key] === 'string') &&
    (value.severity === 'error' || value.severity === 'warning' || value.severity === 'note')
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
