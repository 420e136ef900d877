// What reports leave in the minutes: what earlier ones said otherwise, each once, and which files were made known.
import type { Agreement } from '@trucekeeper/agreement'
import { mayMinute } from '@trucekeeper/centre'
import { nameMinute, sha256Hex, type Minute } from '@trucekeeper/claims'
import { correctionMinutes, type DailyReport, type Language } from '@trucekeeper/publish'
import { formatInstant, type Instant } from '@trucekeeper/time'
import { enterMinutes } from '../case/enter.ts'
import type { Terminal } from '../terminal.ts'

/** Of one and the same matter what the last report found is entered. */
export async function enterCorrections(
  io: Terminal,
  dir: string,
  agreement: Agreement,
  known: readonly Minute[],
  reports: readonly DailyReport[],
  { at, recordedBy }: { readonly at: Instant; readonly recordedBy: string },
): Promise<void> {
  const when = formatInstant(at, agreement.zone)
  const found = new Map(
    reports
      .flatMap((report) => correctionMinutes(report, when))
      .map((minute) => [JSON.stringify([minute.report, minute.clause, minute.account, minute.what]), minute]),
  )
  const minutes = [...found.values()].filter((minute) => mayMinute(agreement, { minutes: known }, minute).length === 0)
  if (minutes.length === 0) io.print('no correction is to be entered')
  else await enterMinutes(io, dir, minutes, { at, received: at, recordedBy })
}

/** A file that was written of a numbered report, with its bytes. */
export interface WrittenFile {
  readonly report: DailyReport
  readonly format: string
  readonly bytes: string | Uint8Array
}

/** Each file with the digest of its bytes, so that whoever has one can tell whether it is the one that was made known. */
export async function enterPublication(
  io: Terminal,
  dir: string,
  { zone }: Agreement,
  files: readonly WrittenFile[],
  { at, recordedBy, lang }: { readonly at: Instant; readonly recordedBy: string; readonly lang: Language },
): Promise<void> {
  const minutes = files.flatMap(({ report: { number, cut_off }, format, bytes }) => {
    if (number === null) return []
    const hash = sha256Hex(bytes)
    return [
      nameMinute({ does: 'publish-report', at: formatInstant(at, zone), report: number, cut_off, lang, format, hash }),
    ]
  })
  if (minutes.length === 0) io.print('nothing with a number was written')
  else await enterMinutes(io, dir, minutes, { at, received: at, recordedBy })
}
