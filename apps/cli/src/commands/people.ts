// truce people: letting in the first person of an organisation, and seating people at further desks.
import { readFile } from 'node:fs/promises'
import { DESKS, ROLES, type DeskId, type Handed, type Member, type Role } from '@trucekeeper/people'
import { Argument, Option, type Command } from 'commander'
import { done, originOf } from '../people-tables.ts'
import type { Errand } from '../people-errands.ts'
import { NO, Stop, type Terminal } from '../terminal.ts'

const SEATED = DESKS.filter((desk) => desk !== 'public')
const DEFAULT_ORIGIN = 'http://localhost:4600'

export function addPeople(program: Command, io: Terminal): void {
  const people = program
    .command('people')
    .description('let people in, where several use a server (truce serve --people); it may run meanwhile')

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
      const { desk, name, organisation, origin, role } = options
      const invited = await doneOr<Handed>(dir, { do: 'invite', desk, name, organisation, roles: role })
      // After the #: browsers send that part to nobody.
      io.print(`${origin}/invitation#${invited.token}`)
      io.notice(`Hand it to ${name} alone; it opens once, until ${invited.expires_at}.`)
    })

  people
    .command('seat')
    .description('give somebody who has come in roles at a desk; their sessions end')
    .argument('<dir>', 'a folder with an agreement.md')
    .argument('<person>', 'their id, as `truce people list` says it')
    .addArgument(new Argument('<desk>', 'where they are to sit as well').choices(SEATED))
    .addOption(new Option('--role <role...>', 'what they may do there').choices(ROLES).default(['reader']))
    .action(async (dir: string, person: string, desk: DeskId, { role }: { role: Role[] }) => {
      await doneOr(dir, { do: 'seat', person, desk, roles: role })
      io.print(`${person} now sits at ${desk}`)
    })

  people
    .command('list')
    .description('who sits at a desk, with the id of each')
    .argument('<dir>', 'a folder with an agreement.md')
    .addArgument(new Argument('<desk>', 'where they sit').choices(SEATED))
    .action(async (dir: string, desk: DeskId) => {
      const members = await doneOr<readonly Member[]>(dir, { do: 'list', desk })
      for (const { id, name, organisation, roles } of members)
        io.print(`${id}  ${name}, ${organisation}: ${roles.join(', ')}`)
      if (members.length === 0) io.notice(`Nobody sits at ${desk}.`)
    })

  people
    .command('provider')
    .description('let people of an organisation sign in through its own sign-in (OpenID Connect, code with PKCE)')
    .argument('<dir>', 'a folder with an agreement.md')
    .argument('<id>', 'its short name, part of an address: small letters, digits and hyphens')
    .option('--organisation <name>', 'whose it is; somebody of it has been invited before')
    .option(
      '--file <path>',
      'JSON with issuer, client_id, authorization_endpoint, token_endpoint, algorithms, jwks or jwks_uri',
    )
    .option('--remove', 'nobody signs in through it any more')
    .addHelpText(
      'after',
      '\nThe provider is told to come back to ORIGIN/api/oidc/ID/callback. Nothing is asked anywhere but at the addresses in\nthe file. Whoever was invited links their account from their desk, with their passkey.\n\nExample:\n  truce people provider data/aleppo-2016 un --organisation "United Nations" --file un-sign-in.json',
    )
    .action(async (dir: string, id: string, { organisation, file, remove }: ProviderOptions) => {
      if (remove) {
        await doneOr(dir, { do: 'remove-provider', id })
        return io.print(`nobody signs in through ${id} any more`)
      }
      if (organisation === undefined || file === undefined)
        throw new Stop('a provider needs an organisation and a file', 'give `--organisation` and `--file`')
      const text = await readFile(file, 'utf8').catch(() => {
        throw new Stop(`\`${file}\` cannot be read`, 'name a file that is there')
      })
      await doneOr(dir, { do: 'provider', id, organisation, file: text })
      io.print(`people of ${organisation} may sign in through ${id}`)
    })
}

/** What an errand gives is told by what it is. */
async function doneOr<T>(dir: string, errand: Errand): Promise<T> {
  const outcome = await done(dir, errand)
  if (!outcome.ok) throw new Stop(outcome.refusal.message, outcome.refusal.help, NO)
  return outcome.value as T
}

interface ProviderOptions {
  readonly organisation?: string
  readonly file?: string
  readonly remove?: true
}

interface InviteOptions {
  readonly name: string
  readonly organisation: string
  readonly desk: DeskId
  readonly role: readonly Role[]
  readonly origin: string
}
