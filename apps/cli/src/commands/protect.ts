// truce protect: protected sites by fixed cells and days, in a folder and under a key of their own.
import {
  DESKS,
  openOperatorDoor,
  openPageDoor,
  padded,
  PROTECTED_OBJECTS,
  simulateAdversary,
  type Desk,
  type Operated,
  type ProtectedKind,
} from '@trucekeeper/protect'
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import { Option, type Command } from 'commander'
import { done, openedHere, operatorDoorOf, pageDoorOf, usualKeys, withService } from '../protection/opened.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

export function addProtect(program: Command, io: Terminal): void {
  const protect = program
    .command('protect')
    .description('whether fixed cells hold protected objects; nothing else can be asked')

  command('serve', 'answer a page over a socket, and these commands with it, until it is stopped')
    .option('--socket <path>', 'where a page asks; left out, DIR/page/door')
    .action(async (dir: string, { keys, json, socket }: { socket?: string } & How) => {
      const service = await openedHere(io, dir, keys)
      const path = socket ?? pageDoorOf(dir)
      const doors = [await openOperatorDoor(service, operatorDoorOf(dir)), await openPageDoor(service, path)]
      const stop = async () => {
        await Promise.all(doors.map((door) => door.close()))
        await service.close()
      }
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void stop().then(() => process.exit(0)))
      show({ value: { answering_at: path }, words: `answering at ${path} — stop with Ctrl-C` }, json)
    })

  command('enrol', 'let a person in, for good; ids of small letters, digits and hyphens')
    .argument('<person>')
    .requiredOption('--organisation <id>', 'for whom they act')
    .addOption(new Option('--desk <desk>', 'where they sit').choices(DESKS).makeOptionMandatory())
    .option('--called <name>', 'what those who consent to their seeing a point read: who it is, and for whom')
    .action((dir: string, id: string, { organisation, desk, called, ...how }: Enrolled & How) =>
      run(dir, how, async (service) => {
        const person = { id, organisation, desk, ...(called !== undefined && { called }) }
        const enrolled = done(await service.enrol(person)).id
        return { value: { enrolled }, words: `${enrolled} is let in` }
      }),
    )

  command('revoke', 'take access from an organisation')
    .argument('<organisation>')
    .requiredOption('--reason <text>', 'why')
    .action((dir: string, organisation: string, { reason, ...how }: { reason: string } & How) =>
      run(dir, how, async (service) => {
        const revoked = done(await service.revoke(organisation, reason))
        return { value: { revoked }, words: `${revoked} has no access any more` }
      }),
    )

  command('accept-copy', 'go on from an older copy, all else being lost; spends what could have been spent since')
    .requiredOption('--reason <text>', 'what became of the newer one')
    .action(async (dir: string, { reason, keys, json }: { reason: string } & How) => {
      const service = await openedHere(io, dir, keys, true)
      try {
        const seen = done(await service.acceptCopy(reason))
        show({ value: { seen }, words: `${seen} entries were seen before; it goes on from this copy` }, json)
      } finally {
        await service.close()
      }
    })

  as(command('register', 'register a site, as its owner; prints its id'))
    .addOption(new Option('--kind <kind>', 'what it is').choices(PROTECTED_OBJECTS).makeOptionMandatory())
    .requiredOption('--lon <degrees>', 'longitude', decimal)
    .requiredOption('--lat <degrees>', 'latitude', decimal)
    .action((dir: string, { as: by, kind, lon, lat, ...how }: Site & As & How) =>
      run(dir, how, async (service) => named('site', done(await service.register(by, { kind, place: [lon, lat] })))),
    )

  as(
    command('verify', 'verify a site: it counts once two people of different organisations have').argument('<site>'),
  ).action((dir: string, site: string, { as: by, ...how }: As & How) =>
    run(dir, how, async (service) => said(done(await service.verify(by, site)))),
  )

  as(command('gone', 'report that a site is gone: it counts until its owner and another say so').argument('<site>'))
    .requiredOption('--reason <text>', 'what is known')
    .action((dir: string, site: string, { as: by, reason, ...how }: { reason: string } & As & How) =>
      run(dir, how, async (service) => said(done(await service.sayGone(by, site, reason)))),
    )

  as(command('movement', 'notify a humanitarian movement, by the cells it crosses; prints its id'))
    .requiredOption('--cells <cell...>', 'geohashes of 5 characters')
    .requiredOption('--from <day>', 'first day (UTC)', once)
    .requiredOption('--to <day>', 'last day (UTC)', once)
    .requiredOption('--vehicles <n>', 'how many', decimal)
    .action((dir: string, { as: by, cells, from, to, vehicles, ...how }: Cells & { vehicles: number } & As & How) =>
      run(dir, how, async (service) =>
        named('movement', done(await service.notifyMovement(by, { cells, first_day: from, last_day: to, vehicles }))),
      ),
    )

  as(command('confirm', 'confirm a movement of another organisation').argument('<movement>')).action(
    (dir: string, movement: string, { as: by, ...how }: As & How) =>
      run(dir, how, async (service) => said(done(await service.confirmMovement(by, movement)))),
  )

  as(command('ask', 'ask about fixed cells and whole days of the present week'))
    .option('--cells <cell...>', 'geohashes: 5 characters, of the public 4')
    .option('--from <day>', 'first day (UTC)', once)
    .option('--to <day>', 'last day (UTC)', once)
    // What else somebody asks for is no question, and the service has to hear of it to write it down.
    .allowUnknownOption()
    .allowExcessArguments()
    .action((dir: string, { as: by, cells, from, to, ...how }: Cells & As & How, { args }) =>
      run(dir, how, async (service) => {
        const more = args.length > 1 ? { more: args.slice(1) } : {}
        const reply = done(await service.ask(by, { cells, first_day: from, last_day: to, ...more }))
        const lines = reply.lines.map(({ cell, answers, mark }) => {
          const each = answers.map(({ answer, within }) => (within === cell ? answer : `${answer} ${place(within)}`))
          return `${cell}  ${each.join('; ')}  [${mark}]\n`
        })
        return {
          value: reply,
          words: `${lines.join('')}until ${reply.until}. ${reply.note}`,
          // In whole blocks, as at a page: who sees how much goes over a line learns nothing of what it says.
          json: padded(reply),
        }
      }),
    )

  as(command('request-point', 'ask to see one exact point, oneself; prints the id to consent to').argument('<site>'))
    .requiredOption('--purpose <text>', 'what for')
    .requiredOption('--from <time>', 'from when, with the offset', anyInstant)
    .requiredOption('--to <time>', 'to when: 24 hours at most', anyInstant)
    .action((dir: string, site: string, { as: by, purpose, from, to, ...how }: Window & As & How) =>
      run(dir, how, async (service) =>
        named('request', done(await service.requestPoint(by, { site, purpose, from, to }))),
      ),
    )

  as(command('consent', 'consent that a point is shown: the owner, and a guarantor').argument('<request>')).action(
    (dir: string, request: string, { as: by, ...how }: As & How) =>
      run(dir, how, async (service) => said(done(await service.consent(by, request)))),
  )

  as(command('point', 'the exact point that was asked for, once both have consented').argument('<request>')).action(
    (dir: string, request: string, { as: by, ...how }: As & How) =>
      run(dir, how, async (service) => {
        const point = done(await service.showPoint(by, request))
        const until = formatInstant(point.until, 'UTC')
        return {
          value: { ...point, until },
          words: `${point.kind} ${point.place.join(' ')} until ${until} [${point.mark}]`,
        }
      }),
  )

  command('trace', 'to whom the line with a mark was shown')
    .argument('<mark>')
    .action((dir: string, mark: string, how: How) =>
      run(dir, how, async (service) => {
        const found = done(await service.trace(mark))
        if (!found) throw new Stop('no line with this mark was shown', 'give the eight letters in brackets', NO)
        const at = formatInstant(found.at, 'UTC')
        return {
          value: { ...found, at },
          words: `${found.of} was shown to ${found.person} of ${found.organisation} at ${at}`,
        }
      }),
    )

  command(
    'log',
    'what one organisation asked, was refused and saw; without --as that there was something, and not what',
  )
    .option('--as <person>', 'somebody of the organisation; left out, whoever runs the service', once)
    .action((dir: string, { as: by, ...how }: Partial<As> & How) =>
      run(dir, { ...how, json: true }, async (service) => ({
        value: by === undefined ? done(await service.overview()) : done(await service.log(by)),
        words: '',
      })),
    )

  protect
    .command('simulate')
    .description('a year of an adversary against a made-up country, and what they learned')
    .option('--seed <n>', 'another country', Number, 1)
    .option('--organisations <n>', 'how many put together what they hear', Number, 1)
    .option('--json', 'as without it: it is JSON')
    .action(async (of: { seed: number; organisations: number }) => {
      const figures = [await simulateAdversary('party', of), await simulateAdversary('public', of)]
      printJson(io, figures)
      if (figures.some((one) => one.learned_beyond_cell > 0 || one.false_none > 0 || one.entries !== one.questions))
        throw new Stop('a cell was learned better than it may be', '', NO)
    })

  protect.addHelpText(
    'after',
    `
DIR is a folder of its own, and so is that of its keys. Its secret is TRUCE_PROTECT_SECRET or in the file named by
TRUCE_PROTECT_SECRET_FILE; else one is drawn beside the keys. How far the entries had come is kept in a third place, below
XDG_STATE_HOME, so that a copy put back is known for one.

While \`truce protect serve DIR\` runs, every command on DIR is done by it. What is no command here and names DIR leaves an
entry there, and so does every refusal.

Examples:
  truce protect enrol data/protected amal --organisation party-a --desk party
  truce protect ask data/protected --as amal --cells sy7xq --from 2016-09-16 --to 2016-09-16
  truce protect serve data/protected
  truce protect simulate`,
  )

  function command(name: string, words: string): Command {
    return protect
      .command(name)
      .description(words)
      .argument('<dir>', 'the folder of the service')
      .option('--keys <dir>', 'the folder of its keys', usualKeys())
      .option('--json', 'print JSON')
  }

  async function run(dir: string, { keys, json }: How, work: (service: Operated) => Promise<Told>): Promise<void> {
    show(await withService(io, dir, keys, work), json)
  }

  function show({ value, words, json: written }: Told, json: true | undefined): void {
    if (!json) io.print(words)
    else if (written === undefined) printJson(io, value)
    else io.print(written)
  }
}

/** What was done, for scripts and in words. */
interface Told {
  readonly value: unknown
  readonly words: string
  /** Where JSON of it is to look one way and no other. */
  readonly json?: string
}

/** The id by which it is asked for from now on. */
const named = (what: string, id: string): Told => ({ value: { [what]: id }, words: id })
const said = (words: string): Told => ({ value: { told: words }, words })

function as(command: Command): Command {
  return command.requiredOption('--as <person>', 'who does it', once)
}

/** Two of what there is one of are none: which was meant is not known, and the service refuses it and writes it down. */
function once(text: string, before: string | undefined): string {
  return before === undefined ? text : `${before}, ${text}`
}

/** What is none is left for the service to refuse, which writes it down. */
function anyInstant(text: string, before: Instant | undefined): Instant {
  return (before === undefined ? parseInstant(text) : null) ?? Number.NaN
}

/** In digits, and not as a program may read a number: nothing at all is no zero. */
function decimal(text: string, before: number | undefined): number {
  return before === undefined && /^-?\d{1,9}(\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN
}

function place(within: string): string {
  return within === '' ? '(somewhere: too few to say where)' : `(within ${within})`
}

interface Enrolled {
  readonly organisation: string
  readonly desk: Desk
  readonly called?: string
}

interface How {
  readonly keys: string
  readonly json?: true
}

interface As {
  readonly as: string
}

interface Site {
  readonly kind: ProtectedKind
  readonly lon: number
  readonly lat: number
}

interface Cells {
  readonly cells: readonly string[]
  readonly from: string
  readonly to: string
}

interface Window {
  readonly purpose: string
  readonly from: Instant
  readonly to: Instant
}
