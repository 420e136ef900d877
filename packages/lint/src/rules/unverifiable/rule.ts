// What nobody can be seen to have done, because nobody may say so whose word counts.
import type { Clause, Ref } from '@trucekeeper/agreement'
import { actEntry, type Kind } from '@trucekeeper/codes'
import { atomsOf } from '../../conditions.ts'
import type { Finding, Rule } from '../../rule.ts'
import { speakersOf, type Speakers } from '../../speakers.ts'
import type { Subject } from '../../subject.ts'

/** What is done at a place, and seen there. */
const ON_GROUND: ReadonlySet<Kind> = new Set<Kind>(['withdrawal', 'separation_of_forces'])

export const rule: Rule = {
  name: 'unverifiable',
  severity: 'warning',
  engine: 'shape',
  summary: 'Nobody can be seen to have done it: nobody may say so, nobody who may is believed, or nobody knows where.',
  *check(subject) {
    const speakers = speakersOf(subject)
    for (const duty of subject.of('duty')) yield* ofDuty(subject, speakers, duty)
    for (const ban of subject.of('ban')) yield* unheard(subject, speakers, ban, 'attest')
    const gates = Map.groupBy(
      subject.of('gate').flatMap((gate) => measuresIn(gate).map((id) => ({ id, gate }))),
      ({ id }) => id,
    )
    for (const measure of subject.of('measure')) {
      const deciding = gates.get(measure.id)?.map(({ gate }) => gate.fields['decided-by']) ?? [undefined]
      for (const account of deciding) {
        const found = [...unheard(subject, speakers, measure, 'reports', account)]
        yield* found
        if (found.length > 0) break
      }
    }
  },
}

function* ofDuty(subject: Subject, speakers: Speakers, duty: Clause<'duty'>): Iterable<Finding> {
  const { spot } = subject
  const { act, attest, clears, in: places } = duty.fields
  if (!attest) {
    const own = speakers.sideOf(duty.fields.on.who.map(({ id }) => id))
    const watching = speakers.watching.filter((id) => !own.has(id))
    yield watching.length > 0
      ? {
          at: spot(duty),
          severity: 'note',
          message: `\`${duty.id}\` says of nobody that they may attest it`,
          help: `add \`attest\` with those who can see it, such as ${watching.slice(0, 3).map(quoted).join(', ')}`,
          clauses: [duty.id],
        }
      : {
          at: spot(duty),
          message: `nobody can be seen to have done \`${duty.id}\`: it names nobody who may attest it, and there is nobody who watches`,
          help: 'declare a body with `role monitor`, and add `attest` with its name',
          clauses: [duty.id],
        }
  }
  yield* unheard(subject, speakers, duty, 'attest')
  const moving = act.find((one) => actEntry(one).does.some((kind) => ON_GROUND.has(kind)))
  if (moving !== undefined && !places && clears.length === 0) {
    yield {
      at: spot(duty, 'act'),
      message: `\`${duty.id}\` does not say where, so nobody can see whether it is done`,
      help: 'add `in` with the zone that is to be empty, or `clears` with a distance from a line',
      clauses: [duty.id],
    }
  }
  if (clears.length > 0 && !isDrawn(subject, duty)) {
    yield {
      at: { range: clears[0]!.line.at, heading: duty.heading },
      message: `\`${duty.id}\` keeps a distance from \`${clears[0]!.line.id}\`, and neither that line nor a zone of the clause is drawn`,
      help: 'give the line a `geometry`, so that somebody can measure',
      clauses: [duty.id],
    }
  }
}

/** Those who may speak of it are none of those whose word counts. */
function* unheard(
  { spot }: Subject,
  speakers: Speakers,
  clause: Clause<'duty'> | Clause<'ban'> | Clause<'measure'>,
  field: 'attest' | 'reports',
  account?: Ref,
): Iterable<Finding> {
  const own = clause.kind === 'measure' ? account : clause.fields['decided-by']
  const named = clause.kind === 'measure' ? clause.fields.reports : clause.fields.attest
  const trusted = speakers.trusted(own)
  if (!named || !trusted || named.some(({ id }) => trusted.has(id))) return
  const who = [...trusted].map(quoted).join(', ')
  yield {
    at: spot(clause, field),
    message: `of those who may ${field === 'attest' ? 'attest' : 'report for'} \`${clause.id}\` the account that decides believes nobody`,
    help: who ? `add one of those it trusts: ${who}` : 'name an account that trusts one of them',
    clauses: [clause.id],
  }
}

function isDrawn({ clause }: Subject, { fields }: Clause<'duty'>): boolean {
  const places = [...fields.clears.map(({ line }) => line), ...(fields.in ?? [])]
  return places.some(({ id }) => {
    const place = clause(id)
    // A name that nobody declared is said where names are.
    return !place || ((place.kind === 'line' || place.kind === 'zone') && place.fields.geometry !== undefined)
  })
}

function measuresIn({ fields }: Clause<'gate'>): string[] {
  return [...atomsOf(fields.when)].flatMap(({ atom }) =>
    atom.op === 'held' || atom.op === 'count' ? [atom.measure.id] : [],
  )
}

const quoted = (id: string) => `\`${id}\``
