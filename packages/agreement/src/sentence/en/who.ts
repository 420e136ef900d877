// The agreement as a whole, those it speaks of, and whose word counts.
import type { Clause } from '../../ast.ts'
import type { Phrases } from '../phrases.ts'
import type { Names } from '../names.ts'
import { account, actor, actors, clauses, group } from './names.ts'
import { day } from './times.ts'
import { ifSaid, listed, number, quoted, sentence, told } from './words.ts'

const SIDES = {
  us: 'the United States',
  russia: 'Russia',
  syria_gov: 'the Syrian government',
  opposition: 'the opposition',
  un: 'the United Nations',
  turkey: 'Turkey',
  monitor: 'the monitors',
  outlet: 'the press',
  unknown: 'no side that has a code of its own',
} as const

const ROLES = {
  party: 'a party',
  co_chair: 'a co-chair',
  guarantor: 'a guarantor',
  mediator: 'a mediator',
  monitor: 'a monitor',
  secretariat: 'the secretariat',
  excluded_group: 'a group left out of it',
  non_signatory: 'one that did not sign',
} as const

export const WHO = {
  agreement: ({ fields }, names) =>
    sentence(
      `this agreement is called ${quoted(fields.title)}`,
      made(fields, names),
      `its days run by the clock of ${fields.clock}`,
      `${account(fields['decided-by'], names)} decides where a clause names none`,
      ifSaid(fields.status, (status) => `its status is ${quoted(status)}`),
      ifSaid(fields.stage, (stage) => `its stage is ${quoted(stage)}`),
      ifSaid(fields.endorsed, (endorsed) => `its endorsement is ${quoted(endorsed)}`),
      ifSaid(fields.disclosure, (level) => `what nobody has spoken of is for the level ${level.replaceAll('_', ' ')}`),
      ifSaid(fields['pax-id'], (id) => `its number in PA-X is ${id}`),
      ifSaid(fields['cf-id'], (id) => `its number in the ETH/PRIO ceasefire data is ${id}`),
    ),
  party: spokenActor,
  guarantor: spokenActor,
  body: spokenActor,
  account: ({ fields: { name, trusts, sources } }, names) =>
    told(
      `the account ${quoted(name)}`,
      `takes ${trusts.kind === 'everyone' ? 'the word of everyone' : `only the word of ${actors(trusts.who, names)}`}`,
      ifSaid(
        sources,
        (count) => `asks for ${number(count)} independent ${count === 1 ? 'source' : 'sources'} of a fact`,
      ),
    ),
  accept: ({ id, fields: { on, because } }, names) =>
    sentence(
      `the finding ${quoted(id)} is accepted${on ? ` for ${clauses(on, names)}` : ''}, because ${quoted(because)}`,
    ),
} as const satisfies Partial<Phrases>

function made({ made: on, by }: Clause<'agreement'>['fields'], names: Names): string | null {
  if (on === undefined && by === undefined) return null
  return `it was made${on ? ` on ${day(on)}` : ''}${by ? ` by ${group(by, names)}` : ''}`
}

function spokenActor({ kind, fields }: Clause<'party' | 'guarantor' | 'body'>, names: Names): string {
  const quotes = (words: readonly string[]) => listed(words.map(quoted), 'and')
  return told(
    `this ${kind}`,
    `is called ${quoted(fields.name)}`,
    ifSaid(fields['known-as'], (others) => `is also known in reports as ${quotes(others)}`),
    ifSaid(fields.side, (side) => `speaks in the name of ${SIDES[side]}`),
    ifSaid(fields.role, (role) => `stands in the arrangement as ${ROLES[role]}`),
    ifSaid(fields['answered-by'], (guarantor) => `has ${actor(guarantor, names)} to answer for it`),
    ifSaid(fields.forces, (forces) => `has under it the forces that reports call ${quotes(forces)}`),
    ifSaid(fields['part-of'], (wider) => `is only a part of what data sets call ${quotes(wider)}`),
  )
}
