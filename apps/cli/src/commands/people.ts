// truce people: letting in the first person of an organisation, and seating people at further desks.
import { readFile } from 'node:fs/promises'
import {
  DESKS,
  EVERYBODY,
  ROLES,
  type DeskId,
  type Handed,
  type Member,
  type Organisation,
  type Role,
} from '@trucekeeper/people'
import { Argument, Option, type Command } from 'commander'
import { workspaceAt } from '../arguments.ts'
import { done, originOf } from '../people-tables.ts'
import type { Errand } from '../people-errands.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

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
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  truce people invite data/aleppo-2016 --name "Noor" --organisation "United Nations" --desk un --role administrator',
    )
    .action(async (dir: string, options: InviteOptions) => {
      const { desk, name, organisation, origin, role, json } = options
      const invited = await doneOr<Handed>(dir, { do: 'invite', desk, name, organisation, roles: role })
      // After the #: browsers send that part to nobody.
      const link = `${origin}/invitation#${invited.token}`
      if (json) return printJson(io, { link, expires_at: invited.expires_at })
      io.print(link)
      io.notice(`Hand it to ${name} alone; it opens once, until ${invited.expires_at}.`)
    })

  people
    .command('seat')
    .description('give somebody who has come in roles at a desk; their sessions end')
    .argument('<dir>', 'a folder with an agreement.md')
    .argument('<person>', 'their id, as `truce people list` says it')
    .addArgument(new Argument('<desk>', 'where they are to sit as well').choices(SEATED))
    .addOption(new Option('--role <role...>', 'what they may do there').choices(ROLES).default(['reader']))
    .option('--json', 'print JSON')
    .action(async (dir: string, person: string, desk: DeskId, { role, json }: { role: Role[] } & Json) => {
      await doneOr(dir, { do: 'seat', person, desk, roles: role })
      if (json) return printJson(io, { person, desk, roles: role })
      io.print(`${person} now sits at ${desk}`)
    })

  people
    .command('list')
    .description('who sits at a desk, with the id of each')
    .argument('<dir>', 'a folder with an agreement.md')
    .addArgument(new Argument('<desk>', 'where they sit').choices(SEATED))
    .option('--json', 'print JSON')
    .action(async (dir: string, desk: DeskId, { json }: Json) => {
      const members = await doneOr<readonly Member[]>(dir, { do: 'list', desk })
      if (json) return printJson(io, { desk, members })
      for (const { id, name, organisation, roles } of members)
        io.print(`${id}  ${name}, ${organisation}: ${roles.join(', ')}`)
      if (members.length === 0) io.notice(`Nobody sits at ${desk}.`)
    })

  people
    .command('speak')
    .description('say for whom of the agreement an organisation speaks; without ids, for whom each does')
    .argument('<dir>', 'a folder with an agreement.md')
    .argument('[organisation]', 'its name; somebody of it has been invited before')
    .argument('[ids...]', 'parties, guarantors and bodies by their ids in the agreement; `*` for all of them')
    .option('--nobody', 'it speaks for nobody any more')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
People write minutes and acts in the names of those for whom their organisation speaks, and of nobody else. Whoever keeps the
minutes for all, such as a secretariat, speaks for \`*\`.

Examples:
  truce people speak data/aleppo-2016 "Mission of Russia" russia syria-gov
  truce people speak data/aleppo-2016 "Task force secretariat" "*"
  truce people speak data/aleppo-2016`,
    )
    .action(async (dir: string, organisation: string | undefined, ids: string[], { nobody, json }: SpeakOptions) => {
      if (organisation !== undefined && (ids.length > 0 || nobody)) {
        await refuseStrangers(io, dir, ids)
        await doneOr(dir, { do: 'speak', organisation, speaks_for: ids })
      }
      const all = await doneOr<readonly Organisation[]>(dir, { do: 'organisations' })
      if (json) return printJson(io, { organisations: all })
      for (const { name, speaks_for } of all)
        io.print(`${name}: ${speaks_for.length === 0 ? 'speaks for nobody' : `speaks for ${speaks_for.join(', ')}`}`)
      if (all.length === 0) io.notice('Nobody has been invited yet.')
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
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nThe provider is told to come back to ORIGIN/api/oidc/ID/callback. Nothing is asked anywhere but at the addresses in\nthe file. Whoever was invited links their account from their desk, with their passkey.\n\nExample:\n  truce people provider data/aleppo-2016 un --organisation "United Nations" --file un-sign-in.json',
    )
    .action(async (dir: string, id: string, { organisation, file, remove, json }: ProviderOptions) => {
      if (remove) {
        await doneOr(dir, { do: 'remove-provider', id })
        return json ? printJson(io, { removed: id }) : io.print(`nobody signs in through ${id} any more`)
      }
      if (organisation === undefined || file === undefined)
        throw new Stop('a provider needs an organisation and a file', 'give `--organisation` and `--file`')
      const text = await readFile(file, 'utf8').catch(() => {
        throw new Stop(`\`${file}\` cannot be read`, 'name a file that is there')
      })
      await doneOr(dir, { do: 'provider', id, organisation, file: text })
      if (json) return printJson(io, { id, organisation })
      io.print(`people of ${organisation} may sign in through ${id}`)
    })
}

/** Nobody speaks for somebody whom the agreement does not name. */
async function refuseStrangers(io: Terminal, dir: string, ids: readonly string[]): Promise<void> {
  const known = (await workspaceAt(io, dir)).agreement.actors.map(({ id }) => id)
  const strange = ids.find((id) => id !== EVERYBODY && !known.includes(id))
  if (strange !== undefined)
    throw new Stop(`the agreement names nobody \`${strange}\``, `name one of ${known.join(', ')}, or \`*\``, NO)
}

/** What an errand gives is told by what it is. */
async function doneOr<T>(dir: string, errand: Errand): Promise<T> {
  const outcome = await done(dir, errand)
  if (!outcome.ok) throw new Stop(outcome.refusal.message, outcome.refusal.help, NO)
  return outcome.value as T
}

interface Json {
  readonly json?: true
}

interface SpeakOptions extends Json {
  readonly nobody?: true
}

interface ProviderOptions extends Json {
  readonly organisation?: string
  readonly file?: string
  readonly remove?: true
}

interface InviteOptions extends Json {
  readonly name: string
  readonly organisation: string
  readonly desk: DeskId
  readonly role: readonly Role[]
  readonly origin: string
}
