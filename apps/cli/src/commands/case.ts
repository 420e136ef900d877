// truce case: alleged violations on their way through the agreement's procedure, listed, shown and taken forward.
import {
  callsOf,
  casesOf,
  hotlineLog,
  proposedUndertakings,
  requestsOf,
  undertakingsOf,
  visitsOf,
  type Cases,
  type Undertakings,
} from '@trucekeeper/centre'
import { CASE_STAGES, FINDINGS, type CaseStage, type Finding, type Minute } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import { utf8Of } from '@trucekeeper/workspace'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { agreementOption, bytesAt, instant, workspaceAt } from '../arguments.ts'
import { entering, enterMinute, enterMinutes, ids, soundMinute, type Entering } from '../case/enter.ts'
import { addJoining } from '../case/joint.ts'
import { showCase, showCases } from '../show/cases.ts'
import { showGuarantors } from '../show/guarantors.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface Looking {
  at?: number
  agreement?: string
  json?: true
}

export function addCase(program: Command, io: Terminal): void {
  const cases = program.command('case').description('cases: alleged violations under the agreement’s procedure')
  cases.addHelpText(
    'after',
    `
What the procedure does not allow is refused with its clause and heading (exit code 1), and nothing is entered.

Examples:
  truce case list my-folder --at 2016-09-18T12:00+03:00
  truce case open my-folder sniper-1 --of russia --clause cessation.opposition --accused opposition --summary "Sniper fire on the road."
  truce case step my-folder sniper-1 --of united-states --stage tasked --step 1 --text "Asked its party."
  truce case finding my-folder sniper-1 --of russia --finding supported --step 2 --reason "Two sources saw it."
  truce case finding my-folder sniper-1 --of russia --finding supported --step 2 --reason "Two sources saw it." --propose
  truce case join my-folder sniper-1 --of united-states`,
  )
  addLooking(cases, io)
  addGuarantors(cases, io)
  addSteps(cases, io)

  entering(cases.command('minute'))
    .description('enter minutes of any kind from JSON: visits, undertakings, calls, requests, publications')
    .argument('<dir>', 'a folder with an agreement.md')
    .argument('<file>', 'a minute or a list of them without their ids; - for standard input')
    .action(async (dir: string, file: string, options: Entering) =>
      enterMinutes(io, dir, minutesIn(file, await bytesAt(file)), options),
    )
}

function addLooking(cases: Command, io: Terminal): void {
  cases
    .command('list')
    .description('every case: its stage, who is late, what is next; as JSON undertakings, calls and requests too')
    .argument('<dir>', 'a folder with an agreement.md')
    .option('--at <time>', 'as of this time; by default when the last entry came in', instant)
    .addOption(agreementOption())
    .option('--json', 'print JSON')
    .action(async (dir: string, options: Looking) => {
      const { agreement, record, at, found } = await lookedAt(io, dir, options)
      if (!options.json) {
        showCases(io, found)
        return
      }
      printJson(io, {
        ...found,
        ...withGuarantors(found, undertakingsOf(agreement, record, at)),
        visits: visitsOf(agreement, record, at),
        proposed_undertakings: proposedUndertakings(agreement, record, at),
        calls: callsOf(agreement, record, at),
        hotline: hotlineLog(agreement, record, at),
        requests: requestsOf(record, at),
      })
    })

  cases
    .command('show')
    .description('one case: its steps, findings, replies, measures, and what each account makes of the incident')
    .argument('<dir>', 'a folder with an agreement.md')
    .argument('<case>', 'its name')
    .option('--at <time>', 'as of this time; by default when the last entry came in', instant)
    .addOption(agreementOption())
    .option('--json', 'print JSON')
    .action(async (dir: string, name: string, options: Looking) => {
      const { found } = await lookedAt(io, dir, options)
      const one = found.cases.find((each) => each.case === name)
      if (!one) throw new Stop(`there is no case \`${name}\` by then`, `\`truce case list ${dir}\` names them`, NO)
      if (options.json) printJson(io, one)
      else showCase(io, one)
    })
}

function addGuarantors(cases: Command, io: Terminal): void {
  cases
    .command('guarantors')
    .description('what each guarantor undertook, whom it pressed, what came of it; calls; who denied visits')
    .argument('<dir>', 'a folder with an agreement.md')
    .option('--at <time>', 'as of this time; by default when the last entry came in', instant)
    .addOption(agreementOption())
    .option('--json', 'print JSON')
    .action(async (dir: string, options: Looking) => {
      const { agreement, record, at } = await lookedAt(io, dir, options)
      const told = {
        ...undertakingsOf(agreement, record, at),
        calls: callsOf(agreement, record, at),
        visits: visitsOf(agreement, record, at),
      }
      if (options.json) printJson(io, told)
      else showGuarantors(io, told)
    })
}

/** What was out of order, of cases and of guarantors alike. */
function withGuarantors({ out_of_order }: Cases, of: Undertakings) {
  return { undertakings: of.undertakings, out_of_order: [...out_of_order, ...of.out_of_order] }
}

async function lookedAt(io: Terminal, dir: string, { at: asked, agreement: named }: Looking) {
  const { current, known } = await workspaceAt(io, dir, named)
  const { entries } = current()
  const { agreement, record } = await known()
  const at = asked ?? entries.reduce((last, { entry }) => Math.max(last, parseInstant(entry.received_at)!), 0)
  return { agreement, record, at, found: casesOf(agreement, record, at) }
}

function addSteps(cases: Command, io: Terminal): void {
  const about = (name: string, description: string) =>
    entering(cases.command(name))
      .description(description)
      .argument('<dir>', 'a folder with an agreement.md')
      .argument('<case>', 'its name')

  about('open', 'bring an alleged violation')
    .requiredOption('--of <id>', 'who brings it')
    .requiredOption('--clause <id>', 'the clause said to be broken')
    .requiredOption('--accused <id>', 'who is said to have broken it')
    .requiredOption('--summary <text>', 'what is alleged')
    .option('--claims <ids>', 'claims it rests on, with commas between', ids, [])
    .action((dir, name, { of, clause, accused, summary, claims, ...options }: Entering & Opened) =>
      enterMinute(io, dir, { does: 'open-case', case: name, of, clause, accused, claims, summary }, options),
    )

  about('step', 'take a step of the procedure, or bring the case to a stage')
    .requiredOption('--of <id>', 'who takes it')
    .addOption(
      new Option('--stage <stage>', 'how far the case is then').choices([...CASE_STAGES]).makeOptionMandatory(),
    )
    .option('--step <number>', 'which step of the procedure, from 1', count)
    .requiredOption('--text <text>', 'what was done')
    .action((dir, name, { of, stage, step = null, text, ...options }: Entering & Stepped) =>
      enterMinute(io, dir, { does: 'case-step', case: name, of, stage, step, text }, options),
    )

  about('finding', 'find, alone or all who assess together')
    .requiredOption('--of <ids>', 'who finds, with commas between', ids)
    .addOption(
      new Option('--finding <finding>', 'what the evidence comes to').choices([...FINDINGS]).makeOptionMandatory(),
    )
    .option('--step <number>', 'which step of the procedure it is, from 1', count)
    .option('--actor <id>', 'who did it, by this finding')
    .requiredOption('--reason <text>', 'why')
    .option('--claims <ids>', 'claims it rests on, with commas between', ids, [])
    .option('--propose', PROPOSE)
    .action((dir, name, { of, finding, step = null, actor = null, reason, claims, ...options }: Entering & Found) => {
      const words = { case: name, finding, step, actor, reason, claims }
      const minute = options.propose
        ? { does: 'joint-finding' as const, ...words, of: alone(of), joins: null }
        : { does: 'case-finding' as const, ...words, of }
      return enterMinute(io, dir, minute, options)
    })

  about('reply', 'write down what the accused replies')
    .requiredOption('--of <id>', 'the accused, or whoever answers for it')
    .requiredOption('--text <text>', 'the reply')
    .action((dir, name, { of, text, ...options }: Entering & { of: string; text: string }) =>
      enterMinute(io, dir, { does: 'case-reply', case: name, of, text }, options),
    )

  about('measure', 'take a measure')
    .requiredOption('--of <ids>', 'who takes it, with commas between', ids)
    .option('--step <number>', 'which step of the procedure it is, from 1', count)
    .requiredOption('--measure <text>', 'what is done')
    .option('--propose', PROPOSE)
    .action((dir, name, { of, step = null, measure, ...options }: Entering & Measured) => {
      const minute = options.propose
        ? { does: 'joint-measure' as const, case: name, of: alone(of), joins: null, step, measure }
        : { does: 'case-measure' as const, case: name, of, step, measure }
      return enterMinute(io, dir, minute, options)
    })

  about('close', 'close it, with a reason')
    .requiredOption('--of <ids>', 'who closes it, with commas between', ids)
    .requiredOption('--outcome <text>', 'what it came to')
    .requiredOption('--reason <text>', 'why')
    .option('--propose', PROPOSE)
    .action((dir, name, { of, outcome, reason, ...options }: Entering & Closed) => {
      const minute = options.propose
        ? { does: 'joint-closing' as const, case: name, of: alone(of), joins: null, outcome, reason }
        : { does: 'close-case' as const, case: name, of, outcome, reason }
      return enterMinute(io, dir, minute, options)
    })

  addJoining(about, io)
}

const PROPOSE = 'propose it to the others, who join in with `truce case join`'

/** Each proposes and joins in its own name. */
function alone(of: readonly string[]): string {
  const [only] = of
  if (of.length === 1 && only !== undefined) return only
  throw new Stop('a proposal is in one name', 'name whoever proposes with `--of`; the others join in')
}

interface Opened {
  of: string
  clause: string
  accused: string
  summary: string
  claims: string[]
}
interface Stepped {
  of: string
  stage: CaseStage
  step?: number | null
  text: string
}
interface Found {
  of: string[]
  finding: Finding
  step?: number | null
  actor?: string | null
  reason: string
  claims: string[]
  propose?: true
}
interface Measured {
  of: string[]
  step?: number | null
  measure: string
  propose?: true
}
interface Closed {
  of: string[]
  outcome: string
  reason: string
  propose?: true
}

function count(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('Write a number from 1.')
  return Number(text)
}

const UNHARMED = 'nothing of it was entered'

function minutesIn(file: string, bytes: Uint8Array): Minute[] {
  const text = utf8Of(bytes)
  if (text === null) throw new Stop(`\`${file}\` is not UTF-8 text`, UNHARMED, NO)
  let offered: unknown
  try {
    offered = JSON.parse(text)
  } catch (error) {
    throw new Stop(`\`${file}\` is not JSON: ${(error as Error).message}`, UNHARMED, NO)
  }
  return (Array.isArray(offered) ? offered : [offered]).map(soundMinute)
}
