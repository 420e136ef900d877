// truce people: letting in the first person of an organisation, and seating people at further desks.
import { DESKS, inviteAsOperator, ROLES, seatAtDesk, type DeskId, type Role } from '@trucekeeper/people'
import { Argument, Option, type Command } from 'commander'
import { originOf, peopleTables } from '../people-tables.ts'
import { NO, Stop, type Terminal } from '../terminal.ts'

const SEATED = DESKS.filter((desk) => desk !== 'public')
const DEFAULT_ORIGIN = 'http://localhost:4600'

export function addPeople(program: Command, io: Terminal): void {
  const people = program
    .command('people')
    .description(
      'let people in, where several use a server (truce serve --people); stop the server first, or use DATABASE_URL',
    )

  people
    .command('invite')
    .description('print a link that lets one person in, once, within a week')
    .argument('<dir>', 'a folder with an agreement.md')
    .requiredOption('--name <name>', 'who is invited')
    .requiredOption('--organisation <name>', 'for whom they act')
    .addOption(new Option('--desk <desk>', 'where they sit').choices(SEATED).makeOptionMandatory())
    .addOption(new Option('--role <role...>', 'what they may do there').choices(ROLES).default(['reader']))
    .option('--origin <url>', 'where people open the server', originOf, DEFAULT_ORIGIN)
    .addHelpText(
      'after',
      '\nExample:\n  truce people invite data/aleppo-2016 --name "Noor" --organisation "United Nations" --desk un --role administrator',
    )
    .action(async (dir: string, options: InviteOptions) => {
      const { close, db } = await peopleTables(dir)
      try {
        const { desk, name, organisation, origin, role } = options
        const invited = await inviteAsOperator(db, { desk, name, organisation, roles: role }, Date.now())
        if (!invited.ok) throw new Stop(invited.refusal.message, invited.refusal.help, NO)
        // After the #: browsers send that part to nobody.
        io.print(`${origin}/invitation#${invited.value.token}`)
        io.notice(`Hand it to ${name} alone; it opens once, until ${invited.value.expires_at}.`)
      } finally {
        await close()
      }
    })

  people
    .command('seat')
    .description('give somebody who has come in roles at a desk; their sessions end')
    .argument('<dir>', 'a folder with an agreement.md')
    .argument('<person>', 'their id, as the list of people says it')
    .addArgument(new Argument('<desk>', 'where they are to sit as well').choices(SEATED))
    .addOption(new Option('--role <role...>', 'what they may do there').choices(ROLES).default(['reader']))
    .action(async (dir: string, person: string, desk: DeskId, { role }: { role: Role[] }) => {
      const { close, db } = await peopleTables(dir)
      try {
        const seated = await seatAtDesk(db, { person, desk, roles: role }, Date.now())
        if (!seated.ok) throw new Stop(seated.refusal.message, seated.refusal.help, NO)
        io.print(`${person} now sits at ${desk}`)
      } finally {
        await close()
      }
    })
}

interface InviteOptions {
  readonly name: string
  readonly organisation: string
  readonly desk: DeskId
  readonly role: readonly Role[]
  readonly origin: string
}
