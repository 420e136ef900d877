// Parses in the test's own process, so that a failure points at its line.
import { LIMITS } from '../limits.ts'
import { parse } from '../parse.ts'
import type { Parsed, Report } from '../report.ts'
import { bytesOf } from './build.ts'

export function parsed(name: string, content: string | Uint8Array): Promise<Parsed> {
  return parse({ name, bytes: typeof content === 'string' ? bytesOf(content) : content, limits: LIMITS })
}

/** The one report of a file that has one. */
export async function onlyReport(name: string, content: string | Uint8Array): Promise<Report> {
  const { reports, findings } = await parsed(name, content)
  if (reports.length !== 1) throw new Error(`${reports.length} reports, ${JSON.stringify(findings)}`)
  return reports[0]!
}

export async function codesOf(name: string, content: string | Uint8Array): Promise<string[]> {
  return (await parsed(name, content)).findings.map(({ code }) => code)
}
