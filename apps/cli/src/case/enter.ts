// Enters a minute of the centre where the agreement allows it, and says which clause forbids it where not.
import { mayMinute, type MinuteRefusal } from '@trucekeeper/centre'
import { takeMinute, type Entry, type Minute, type MinuteBody } from '@trucekeeper/claims'
import { foldLedger, foldRecord } from '@trucekeeper/ledger'
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import { enterFolder, minutesUnder, textOfMinute, type Workspace } from '@trucekeeper/workspace'
import { InvalidArgumentError, type Command } from 'commander'
import { instant, workspaceAt } from '../arguments.ts'
import { showMinuteRefusals } from '../show/cases.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'
import { writerAt } from '../writer.ts'

export interface Entering {
  at?: number
  received?: number
  recordedBy: string
  dryRun?: true
  json?: true
}

/** The options of every command that enters a minute. */
export function entering(command: Command): Command {
  return command
    .option('--at <time>', 'when it was done; by default now', instant)
    .option('--received <time>', 'when it came in; by default now', instant)
    .option('--recorded-by <name>', 'who enters it', 'desk')
    .option('--dry-run', 'only say whether it may be')
    .option('--json', 'print JSON')
}

/** Ids with commas between. */
export function ids(text: string): string[] {
  const found = text.split(',').map((id) => id.trim())
  if (found.includes('')) throw new InvalidArgumentError('Write ids with commas between.')
  return found
}

type Undated = MinuteBody extends infer B ? (B extends MinuteBody ? Omit<B, 'at'> : never) : never

/** A minute of now, or of the time given; in the words of the command, or of what is in the folder by then. */
export async function enterMinute(
  io: Terminal,
  dir: string,
  what: Undated | ((workspace: Workspace, at: Instant) => Promise<Undated>),
  options: Entering,
): Promise<void> {
  const workspace = await workspaceAt(io, dir)
  const done = options.at ?? Date.now()
  const body = typeof what === 'function' ? await what(workspace, done) : what
  const at = formatInstant(done, workspace.agreement.zone)
  await enterInto(workspace, io, dir, [soundMinute({ ...body, at })], options)
}

/** A minute as somebody wrote it down, with its name; a dry run refuses what could not be entered. */
export function soundMinute(offered: unknown): Minute {
  const taken = takeMinute(offered)
  if (taken.ok) return taken.value
  const [{ help } = { help: '' }] = taken.refusals
  throw new Stop(taken.refusals.map(({ message }) => message).join('; '), `${help}; nothing was entered`, NO)
}

/** Several, each held against the record and those before it; all of them, or none. */
export async function enterMinutes(
  io: Terminal,
  dir: string,
  minutes: readonly Minute[],
  options: Entering,
): Promise<void> {
  await enterInto(await workspaceAt(io, dir), io, dir, minutes, options)
}

/** What is entered was done: nobody writes down what is to come. */
export function refuseToCome(at: string, received: Instant): void {
  if (parseInstant(at)! > received)
    throw new Stop(`\`${at}\` has not come yet`, 'enter it when it is done; --received says when it came in', NO)
}

async function enterInto(
  { agreement, agreements, current }: Workspace,
  io: Terminal,
  dir: string,
  minutes: readonly Minute[],
  { received, recordedBy, dryRun, json }: Entering,
): Promise<void> {
  const texts = await agreements()
  const held = (known: readonly Minute[]) => {
    const before = [...known]
    return minutes.flatMap((minute) => {
      const text = textOfMinute(texts, { minutes: before }, minute) ?? agreement
      const refusals = mayMinute(text, { minutes: minutesUnder(text, texts, before) }, minute)
      before.push(minute)
      return refusals
    })
  }
  if (dryRun) {
    const refusals = held(foldRecord(current().entries).minutes)
    if (refusals.length > 0) refuse(io, refusals, json)
    tell(io, minutes, false, json)
    return
  }
  const receivedAt = received ?? Date.now()
  for (const { at } of minutes) refuseToCome(at, receivedAt)
  const ledger = await writerAt(io, dir)
  try {
    const reports = await enterFolder(ledger, dir, agreement)
    if (!reports.ok) throw new Stop(reports.refusal.message, reports.refusal.help, NO)
    // Asked of what the writer holds: nobody else can write between the answer and the entry.
    const refusals = held((await foldLedger(ledger.entries())).minutes)
    if (refusals.length > 0) refuse(io, refusals, json)
    const received_at = formatInstant(receivedAt, agreement.zone)
    const done = await ledger.append(
      minutes.map((body): Entry => ({ type: 'minute', received_at, recorded_by: recordedBy, body })),
    )
    if (!done.ok) throw new Stop(done.refusal.message, done.refusal.help, NO)
    tell(io, minutes, true, json)
  } finally {
    await ledger.close()
  }
}

function refuse(io: Terminal, refusals: readonly MinuteRefusal[], json: true | undefined): never {
  if (json) printJson(io, { ok: false, refusals })
  else showMinuteRefusals(io, refusals)
  throw new Stop('', '', NO)
}

function tell(io: Terminal, minutes: readonly Minute[], entered: boolean, json: true | undefined): void {
  if (json) {
    printJson(io, { ok: true, entered, minutes })
    return
  }
  for (const { id, does } of minutes)
    io.print(`${does.replaceAll('-', ' ')}: ${entered ? `entered as ${id}` : 'a dry run: nothing was entered'}`)
}
