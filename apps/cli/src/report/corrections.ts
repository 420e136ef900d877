// Enters into the minutes what reports found that earlier ones said otherwise: each once, and none that the rules refuse.
import type { Agreement } from '@trucekeeper/agreement'
import { mayMinute } from '@trucekeeper/centre'
import type { Minute } from '@trucekeeper/claims'
import { correctionMinutes, type DailyReport } from '@trucekeeper/publish'
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
