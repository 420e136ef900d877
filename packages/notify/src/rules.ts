// The rules by which desks are told: read from one file, strictly, so that nobody waits for what was never asked for.
import { isHour, type Quiet } from './hours.ts'
import { NEWS_KINDS, type NewsKind } from './news/news.ts'
import { isMailAddress } from './send/mail.ts'
import { refusedUrl } from './send/webhook.ts'
import { LANGUAGES, type Language } from './words/index.ts'

export interface Rule {
  /** Of its own, for whoever reads what became of it. */
  readonly name: string
  /** Whose sight it is told from: the id of a desk, `desks`, or `public`. */
  readonly desk: string
  readonly tell: readonly NewsKind[]
  readonly clauses: readonly string[] | null
  readonly to: Target
  readonly language: Language
  readonly quiet: Quiet | null
  /** Told once a day, at this hour. */
  readonly digest: string | null
  readonly lead_ms: number
}

export type Target =
  | {
      readonly how: 'webhook'
      readonly url: string
      /** The variable of the environment that holds the secret. */ readonly secret: string
    }
  | { readonly how: 'mail'; readonly addresses: readonly string[] }

export interface MailServer {
  readonly host: string
  readonly port: number
  /** `tls`: from the first byte; `starttls`: before anything is said; `none`: on this machine alone. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string | null
  /** The variable of the environment that holds the password. */
  readonly password: string | null
  /** Whose mail it is: an address. */
  readonly from: string
}

export interface Rules {
  readonly rules: readonly Rule[]
  readonly mail: MailServer | null
  /** `host:port` of webhooks in networks of one's own. */
  readonly allowed: readonly string[]
  /** The hour of the cut-off of reports. */
  readonly report_hour: string
}

export type RulesRead =
  | { readonly ok: true; readonly rules: Rules }
  | { readonly ok: false; readonly message: string; readonly help: string }

interface Asked {
  /** Ids of the agreement's clauses. */
  readonly clauses: readonly string[]
  readonly desks: readonly string[]
}

const HOUR_MS = 3_600_000
const HELP = 'see the manual of `packages/notify` for the form of `notify.json`'

class Wrong extends Error {}

export function readRules(text: string, { clauses, desks }: Asked): RulesRead {
  try {
    return { ok: true, rules: rulesIn(JSON.parse(text), clauses, desks) }
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, message: error.message, help: HELP }
    if (error instanceof SyntaxError) return { ok: false, message: 'the rules are not JSON', help: HELP }
    throw error
  }
}

type Fields = Readonly<Record<string, unknown>>

function rulesIn(value: unknown, clauses: readonly string[], desks: readonly string[]): Rules {
  const file = fields(value, 'the file', ['rules', 'mail', 'allow', 'report_hour'])
  const mail = file.mail === undefined ? null : mailIn(file.mail)
  const allowed = listOf(file.allow ?? [], 'allow').map((host) => {
    if (typeof host !== 'string' || !/^[^\s/@]+:\d{1,5}$/.test(host))
      throw new Wrong('`allow` names servers as `host:port`')
    return host
  })
  const rules = listOf(file.rules, 'rules').map((one) => ruleIn(one, clauses, desks, mail, allowed))
  const names = rules.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Wrong(`two rules are called \`${twice}\``)
  return { rules, mail, allowed, report_hour: hourIn(file.report_hour ?? '18:00', 'report_hour') }
}

function ruleIn(
  value: unknown,
  clauses: readonly string[],
  desks: readonly string[],
  mail: MailServer | null,
  allowed: readonly string[],
): Rule {
  const rule = fields(value, 'a rule', [
    'name',
    'desk',
    'tell',
    'clauses',
    'webhook',
    'secret',
    'mail',
    'language',
    'quiet',
    'digest',
    'lead_hours',
  ])
  const name = rule.name
  if (typeof name !== 'string' || !/^[\p{L}\p{N} ._-]{1,60}$/u.test(name))
    throw new Wrong('each rule takes a `name` of letters, up to 60')
  const said = (what: string) => new Wrong(`rule \`${name}\`: ${what}`)
  const desk = rule.desk
  if (typeof desk !== 'string' || !desks.includes(desk)) throw said(`\`desk\` is one of ${desks.join(', ')}`)
  const tell = listOf(rule.tell, 'tell').map((kind) => {
    const found = NEWS_KINDS.find((one) => one === kind)
    if (!found) throw said(`it can tell of ${NEWS_KINDS.join(', ')}`)
    return found
  })
  if (tell.length === 0) throw said('it tells of nothing')
  const about = rule.clauses === undefined ? null : listOf(rule.clauses, 'clauses').map(String)
  const stranger = about?.find((id) => !clauses.includes(id))
  if (stranger !== undefined) throw said(`the agreement has no clause \`${stranger}\``)
  const language = LANGUAGES.find((one) => one === (rule.language ?? 'en'))
  if (!language) throw said(`\`language\` is one of ${LANGUAGES.join(', ')}`)
  const lead = rule.lead_hours ?? 6
  if (typeof lead !== 'number' || !(lead > 0 && lead <= 720)) throw said('`lead_hours` is a number up to 720')
  return {
    name,
    desk,
    tell,
    clauses: about,
    to: targetIn(rule, said, mail, allowed),
    language,
    quiet: rule.quiet === undefined ? null : quietIn(rule.quiet),
    digest: rule.digest === undefined ? null : hourIn(rule.digest, 'digest'),
    lead_ms: lead * HOUR_MS,
  }
}

function targetIn(
  rule: Fields,
  said: (what: string) => Wrong,
  mail: MailServer | null,
  allowed: readonly string[],
): Target {
  if ((rule.webhook === undefined) === (rule.mail === undefined)) throw said('it takes either `webhook` or `mail`')
  if (rule.webhook !== undefined) {
    if (typeof rule.webhook !== 'string') throw said('`webhook` is an address')
    const refused = refusedUrl(rule.webhook, allowed)
    if (refused !== null) throw said(`its webhook cannot be asked: ${refused}`)
    return { how: 'webhook', url: rule.webhook, secret: variableIn(rule.secret, 'secret') }
  }
  if (mail === null) throw said('it tells by mail, and the file names no mail server')
  const addresses = listOf(rule.mail, 'mail').map((one) => {
    if (!isMailAddress(one)) throw said('`mail` holds something that is no address')
    return one
  })
  if (addresses.length === 0 || addresses.length > 20) throw said('`mail` takes 1 to 20 addresses')
  return { how: 'mail', addresses: [...new Set(addresses)] }
}

function mailIn(value: unknown): MailServer {
  const {
    host,
    port,
    security = 'starttls',
    user,
    password,
    from,
  } = fields(value, '`mail`', ['host', 'port', 'security', 'user', 'password', 'from'])
  if (typeof host !== 'string' || !/^[A-Za-z0-9.:-]{1,253}$/.test(host))
    throw new Wrong('`mail.host` is the name of a server')
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Wrong('`mail.port` is a port')
  if (security !== 'tls' && security !== 'starttls' && security !== 'none')
    throw new Wrong('`mail.security` is tls, starttls or none')
  if (security === 'none' && !['127.0.0.1', '::1', 'localhost'].includes(host))
    throw new Wrong('mail goes without TLS to a server of this machine alone')
  if (!isMailAddress(from)) throw new Wrong('`mail.from` is no address')
  if (user !== undefined && typeof user !== 'string') throw new Wrong('`mail.user` is a name')
  const secret = user === undefined ? null : variableIn(password, 'mail.password')
  return { host, port, security, user: user ?? null, password: secret, from }
}

/** Secrets are never in the file: it is copied with the folder. */
function variableIn(value: unknown, what: string): string {
  if (typeof value === 'string' && /^[A-Z][A-Z0-9_]{0,63}$/.test(value)) return value
  throw new Wrong(`\`${what}\` names the variable of the environment that holds the secret, such as TRUCE_HOOK`)
}

function quietIn(value: unknown): Quiet {
  const { from, until } = fields(value, '`quiet`', ['from', 'until'])
  return { from: hourIn(from, 'quiet.from'), until: hourIn(until, 'quiet.until') }
}

function hourIn(value: unknown, what: string): string {
  if (isHour(value)) return value
  throw new Wrong(`\`${what}\` is an hour such as 18:00`)
}

function fields(value: unknown, what: string, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Wrong(`${what} is no object`)
  const strange = Object.keys(value).find((name) => !known.includes(name))
  if (strange !== undefined)
    throw new Wrong(`${what} has \`${strange}\`, which means nothing: it takes ${known.join(', ')}`)
  return value as Fields
}

function listOf(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new Wrong(`\`${what}\` is no list`)
}
