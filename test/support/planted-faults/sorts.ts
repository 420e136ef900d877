// The sorts of fault that are planted, and the rule that has to find each.
import type { AnyClause, ClauseKind } from '@trucekeeper/agreement'
import { Editable } from './editable.ts'

export interface PlantedFault {
  /** What was done: `drop the deadline of first-convoy`. */
  readonly what: string
  /** The rule that has to find it. */
  readonly rule: string
  readonly source: string
}

type Sort = (text: Editable) => Iterable<PlantedFault>

const dropField = (
  kind: ClauseKind,
  field: string,
  rule: string,
  fits: (clause: AnyClause) => boolean = () => true,
): Sort =>
  function* (text) {
    for (const clause of text.of(kind))
      if (clause.fieldAt[field] && fits(clause))
        yield { what: `drop ${field} of ${clause.id}`, rule, source: text.without(clause, field) }
  }

/** Deals two letters of a name round, in one place where it is used. */
const misspell = (kind: ClauseKind, field: string, rule: string, nameIn: (clause: never) => string | undefined): Sort =>
  function* (text) {
    for (const clause of text.of(kind)) {
      const name = nameIn(clause as never)
      if (!name || name.length < 4 || !clause.fieldAt[field]) continue
      const { start } = clause.fieldAt[field]
      const at = text.source.indexOf(name, start.offset)
      const wrong = `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}`
      if (wrong === name) continue
      yield {
        what: `misspell ${name} in ${field} of ${clause.id}`,
        rule,
        source: text.replaced(at, at + name.length, wrong),
      }
    }
  }

const unlike = (a: readonly { id: string }[], b: readonly { id: string }[]) =>
  a.every(({ id }) => b.every((other) => other.id !== id))

export const SORTS: readonly Sort[] = [
  dropField(
    'duty',
    'by',
    'deadline-missing',
    (clause) => clause.kind === 'duty' && !clause.fields.together && !clause.fields.during,
  ),
  dropField('duty', 'silence', 'silence-unsaid'),
  dropField('ban', 'silence', 'silence-unsaid'),
  dropField('duty', 'on-breach', 'breach-without-consequence'),
  dropField('ban', 'on-breach', 'breach-without-consequence'),
  dropField('duty', 'attest', 'unverifiable'),
  dropField('gate', 'certify', 'gate-certifier-missing'),
  dropField('open-term', 'interprets', 'open-term-unowned'),
  dropField('zone', 'depth', 'zone-without-depth', (clause) => Boolean(clause.fieldAt.along)),
  dropField('line', 'edition', 'map-edition-missing'),
  dropField(
    'zone',
    'edition',
    'map-edition-missing',
    (clause) => !clause.fieldAt.within && Boolean(clause.fieldAt.geometry),
  ),
  dropField('term', 'extends', 'extension-unowned'),
  dropField('measure', 'baseline', 'count-without-baseline'),
  misspell('duty', 'on', 'undefined-party', ({ fields }: Extract<AnyClause, { kind: 'duty' }>) => fields.on.who[0]?.id),
  misspell('duty', 'in', 'undefined-zone', ({ fields }: Extract<AnyClause, { kind: 'duty' }>) => fields.in?.[0]?.id),
  misspell(
    'duty',
    'from',
    'undefined-anchor',
    ({ fields }: Extract<AnyClause, { kind: 'duty' }>) => fields.from?.anchor?.id,
  ),
  misspell(
    'duty',
    'by',
    'undefined-anchor',
    ({ fields }: Extract<AnyClause, { kind: 'duty' }>) => fields.by?.anchor?.id,
  ),
  function* misspeltMeasure(text) {
    for (const gate of text.of('gate')) {
      const found = /held\((\w[\w-]+)/.exec(text.field(gate, 'when'))
      if (!found) continue
      const at = gate.fieldAt.when!.start.offset + found.index + 5
      const source = text.replaced(at, at + found[1]!.length, `${found[1]}s`)
      yield { what: `misspell the measure of ${gate.id}`, rule: 'undefined-measure', source }
    }
  },
  function* misspeltClause(text) {
    for (const gate of text.of('gate')) {
      const found = /met\((?:[\d.]+ )?(\w[\w-]+)/.exec(text.field(gate, 'when'))
      if (!found) continue
      const at = gate.fieldAt.when!.start.offset + found.index + found[0].length - found[1]!.length
      const source = text.replaced(at, at + found[1]!.length, `${found[1]}s`)
      yield { what: `misspell what ${gate.id} waits for`, rule: 'undefined-clause', source }
    }
  },
  function* attestedByThemselves(text) {
    for (const duty of text.of('duty'))
      // Two sides that attest each other are two witnesses.
      if (duty.fieldAt.attest && duty.fields.on.who.length === 1)
        yield {
          what: `let those who owe ${duty.id} attest it alone`,
          rule: 'self-attested-only',
          source: text.rewritten(duty, 'attest', duty.fields.on.who.map(({ id }) => id).join(', ')),
        }
  },
  function* crossedWaits(text) {
    const free = text.of('duty').filter(({ fields }) => !fields.after && !fields.together)
    for (const [index, duty] of free.entries()) {
      const other = free.slice(index + 1).find(({ fields }) => unlike(fields.on.who, duty.fields.on.who))
      if (!other) continue
      const first = new Editable(text.added(duty, `after        met(${other.id})`))
      const second = first.of('duty').find(({ id }) => id === other.id)!
      const source = first.added(second, `after        met(${duty.id})`)
      yield { what: `let ${duty.id} and ${other.id} wait for each other`, rule: 'mutual-wait', source }
    }
  },
  function* crossedTogether(text) {
    const free = text.of('duty').filter(({ fields }) => !fields.after && !fields.together && !fields.by)
    for (const [index, duty] of free.entries()) {
      const other = free.slice(index + 1).find(({ fields }) => unlike(fields.on.who, duty.fields.on.who))
      if (!other) continue
      const first = new Editable(text.added(duty, `together     ${other.id} within 24 hours`))
      const second = first.of('duty').find(({ id }) => id === other.id)!
      const source = first.added(second, `together     ${duty.id} within 24 hours`)
      yield { what: `let ${duty.id} and ${other.id} move at the same time`, rule: 'mutual-wait', source }
    }
  },
  function* gateOnItself(text) {
    for (const gate of text.of('gate'))
      yield {
        what: `let ${gate.id} wait for itself`,
        rule: 'gate-never-opens',
        source: text.rewritten(gate, 'when', `open(${gate.id})`),
      }
  },
  function* gateOnItsConsequence(text) {
    const gates = text.of('gate')
    for (const duty of text.of('duty')) {
      const gate = gates.find(({ fields }) => JSON.stringify(fields.when).includes(`"${duty.id}"`))
      if (!gate || duty.fields.after) continue
      const source = text.added(duty, `after        open(${gate.id})`)
      yield { what: `let ${duty.id} wait for the gate that waits for it`, rule: 'gate-never-opens', source }
    }
  },
  function* certifierRemoved(text) {
    for (const power of text.of('power'))
      if (power.fields.effect.effect === 'certify')
        yield {
          what: `take the power ${power.id} out`,
          rule: 'gate-certifier-missing',
          source: text.withoutClause(power),
        }
  },
  function* hoursForDays(text) {
    for (const gate of text.of('gate')) {
      const when = text.field(gate, 'when')
      if (!/held\([^)]*\d+ days?/.test(when)) continue
      const value = when.replace(/^when\s+/, '').replace(/(held\([^)]*?)(\d+) days?/, '$1$2 hours')
      yield { what: `count ${gate.id} in hours`, rule: 'unit-mix', source: text.rewritten(gate, 'when', value) }
    }
  },
  function* months(text) {
    for (const term of text.of('term'))
      if (term.fieldAt.lasts)
        yield {
          what: `let ${term.id} last months`,
          rule: 'month-rounding',
          source: text.rewritten(term, 'lasts', '3 months'),
        }
  },
  function* lateDeadline(text) {
    for (const duty of text.of('duty')) {
      const { during, by } = duty.fields
      const term = during?.kind === 'term' ? text.of('term').find(({ id }) => id === during.term.id) : undefined
      if (!by?.anchor || !term?.fields.lasts) continue
      const source = text.rewritten(duty, 'by', `${by.anchor.id} + 9000 days`)
      yield { what: `let ${duty.id} be due after ${term.id}`, rule: 'term-ends-first', source }
    }
  },
  function* shortTerm(text) {
    for (const gate of text.of('gate')) {
      const { during } = gate.fields
      const term = during?.kind === 'term' ? text.of('term').find(({ id }) => id === during.term.id) : undefined
      if (!term?.fieldAt.lasts || !/held\(/.test(text.field(gate, 'when')) || term.fields.extends) continue
      const source = text.rewritten(term, 'lasts', '12 hours')
      yield { what: `let ${term.id} end before ${gate.id} can open`, rule: 'term-ends-first', source }
    }
  },
  function* lateStart(text) {
    for (const duty of text.of('duty')) {
      const { from, by, together } = duty.fields
      if (!from?.anchor || !by || together || by.anchor?.id !== from.anchor.id) continue
      const source = text.rewritten(duty, 'from', `${from.anchor.id} + 8000 days`)
      yield { what: `let ${duty.id} begin after its deadline`, rule: 'deadline-before-start', source }
    }
  },
  function* kilometres(text) {
    for (const zone of text.of('zone'))
      if (zone.fields.depth !== undefined)
        yield {
          what: `take the metres of ${zone.id} for kilometres`,
          rule: 'zone-depth-range',
          source: text.rewritten(zone, 'depth', `${zone.fields.depth * 1000} m`),
        }
  },
  function* fewerThanWhat(text) {
    for (const measure of text.of('measure')) {
      if (!measure.proseAt || measure.fieldAt.baseline) continue
      const source = text.said(measure, 'Violence has to fall by a half.')
      yield { what: `let ${measure.id} fall by a half of nothing`, rule: 'count-without-baseline', source }
    }
  },
  function* overTheOther(text) {
    const zones = text.of('zone')
    const heldBy = (id: string) =>
      text.of('duty').find(({ fields }) => fields.in?.some((ref) => ref.id === id) && fields.act.includes('pull-back'))
    for (const zone of zones) {
      const duty = heldBy(zone.id)
      const other = zones.find(({ id, fieldAt }) => {
        const theirs = fieldAt.geometry ? heldBy(id) : undefined
        return id !== zone.id && duty && theirs && unlike(theirs.fields.on.who, duty.fields.on.who)
      })
      if (!zone.fieldAt.geometry || !other) continue
      const source = text.rewritten(zone, 'geometry', text.field(other, 'geometry').replace(/^geometry\s+/, ''))
      yield { what: `draw ${zone.id} over ${other.id}`, rule: 'zone-overlap-opposed', source }
    }
  },
  function* fromNoLine(text) {
    const drawn = text.of('zone').find(({ fieldAt }) => fieldAt.geometry)
    for (const zone of text.of('zone')) {
      if (!zone.fieldAt.along || !drawn) continue
      const geometry = text.field(drawn, 'geometry').replace(/^geometry\s+/, '')
      const { start, end } = zone.fieldAt.along
      const source = text.replaced(start.offset, end.offset, `geometry     ${geometry}`)
      yield { what: `tell the depth of ${zone.id} from no line`, rule: 'zone-without-line', source }
    }
  },
  function* noTime(text) {
    for (const anchor of text.of('anchor'))
      if (anchor.fieldAt.at)
        yield { what: `take the time from ${anchor.id}`, rule: 'anchor-never-set', source: text.without(anchor, 'at') }
  },
  function* otherAnchor(text) {
    const anchors = text.of('anchor')
    for (const power of text.of('power')) {
      const { effect, targets } = power.fields.effect
      const other = anchors.find(({ id }) => targets.every((target) => target.id !== id))
      if (effect !== 'designate' || !other) continue
      const source = text.rewritten(power, 'effect', `designate ${other.id}`)
      yield { what: `let ${power.id} designate ${other.id}`, rule: 'anchor-never-set', source }
    }
  },
  function* otherEffect(text) {
    const duty = text.of('duty')[0]
    for (const power of text.of('power'))
      if (power.fields.effect.effect === 'extend' && duty)
        yield {
          what: `let ${power.id} extend what is no term`,
          rule: 'power-never-usable',
          source: text.rewritten(power, 'effect', `extend ${duty.id}`),
        }
  },
  function* noResume(text) {
    for (const power of text.of('power'))
      if (power.fields.effect.effect === 'resume')
        yield { what: `take the power ${power.id} out`, rule: 'no-way-back', source: text.withoutClause(power) }
  },
  function* suspension(text) {
    const holder = text.of('party')[0]
    const last = text.of('duty').at(-1)
    if (!holder || !last) return
    const clause = `power planted-pause\n  held-by      ${holder.id}\n  effect       suspend ${last.id}\n  form         notice`
    yield { what: `let ${holder.id} suspend ${last.id}`, rule: 'no-way-back', source: text.behind(last, clause) }
  },
  function* followsSometime(text) {
    const duties = text.of('duty')
    for (const duty of duties) {
      const other = duties.find(
        ({ fields }) => unlike(fields.on.who, duty.fields.on.who) && !fields.after && !fields.together,
      )
      if (!other || !duty.fieldAt.by || duty.fields.after || duty.fields.together) continue
      const first = new Editable(text.without(duty, 'by'))
      const again = first.of('duty').find(({ id }) => id === duty.id)!
      const source = first.added(again, `after        met(${other.id})`)
      yield { what: `let ${duty.id} follow ${other.id} at no time`, rule: 'exposed-performance', source }
    }
  },
  function* twice(text) {
    for (const duty of text.of('duty')) {
      const copy = text.clauseText(duty).replace(duty.id, `${duty.id}-again`)
      yield { what: `write ${duty.id} twice`, rule: 'duplicate-clause', source: text.behind(duty, copy) }
    }
  },
  function* alike(text) {
    for (const duty of text.of('duty')) {
      const like = duty.id.replace(/(?<=.)[lo]/, (letter) => (letter === 'l' ? '1' : '0'))
      if (like === duty.id) continue
      const copy = text.clauseText(duty).replace(duty.id, like)
      yield { what: `write ${like} beside ${duty.id}`, rule: 'confusable-identifier', source: text.behind(duty, copy) }
    }
  },
  function* forbidden(text) {
    const term = text.of('term')[0]
    for (const duty of text.of('duty')) {
      if (!term || duty.fields.act.some((act) => act.includes('_'))) continue
      const span = duty.fieldAt.during ? text.field(duty, 'during').replace(/^during\s+/, '') : `term ${term.id}`
      const clause = [
        'ban planted-ban',
        `  ${text.field(duty, 'on')}`,
        `  act          ${duty.fields.act.join(', ')}`,
        ...(duty.fieldAt.in ? [`  ${text.field(duty, 'in')}`] : []),
        `  during       ${span}`,
        '  silence      unknown',
        ...(duty.fieldAt['on-breach'] ? [`  ${text.field(duty, 'on-breach')}`] : []),
      ].join('\n')
      yield { what: `forbid what ${duty.id} asks for`, rule: 'contradiction', source: text.behind(duty, clause) }
    }
  },
  function* precedence(text) {
    const [one, other] = text.of('duty')
    if (!one || !other) return
    const clauses = `prevails planted-first\n  wins         ${one.id}\n  over         ${other.id}\n\nprevails planted-second\n  wins         ${other.id}\n  over         ${one.id}`
    yield {
      what: `let ${one.id} and ${other.id} win over each other`,
      rule: 'precedence-cycle',
      source: text.behind(other, clauses),
    }
  },
  function* otherClock(text) {
    for (const measure of text.of('measure'))
      yield {
        what: `count the days of ${measure.id} by another clock`,
        rule: 'window-unclear',
        source: text.rewritten(measure, 'per', 'calendar day, Pacific/Auckland'),
      }
  },
  function* ownWord(text) {
    const party = text.of('party')[0]
    for (const gate of text.of('gate')) {
      if (!party) return
      if (!/(?:met|held|count|done)\(/.test(text.field(gate, 'when'))) continue
      const account = `account planted-word\n  name         One word\n  trusts       ${party.id}\n`
      const once = new Editable(
        gate.fieldAt['decided-by']
          ? text.rewritten(gate, 'decided-by', 'planted-word')
          : text.added(gate, 'decided-by   planted-word'),
      )
      const again = once.of('gate').find(({ id }) => id === gate.id)!
      yield { what: `let one word decide ${gate.id}`, rule: 'single-source-gate', source: once.behind(again, account) }
    }
  },
  function* hidden(text) {
    const clause = text.clauses.find(({ proseAt }) => proseAt)
    if (clause)
      yield {
        what: 'hide a turn of direction in the prose',
        rule: 'bidi-control',
        source: text.said(clause, 'All‮ of it.'),
      }
  },
  function* vague(text) {
    for (const clause of [...text.of('duty'), ...text.of('ban')]) {
      if (!clause.proseAt) continue
      const source = text.said(clause, 'This is done as soon as possible.')
      yield { what: `let ${clause.id} be done as soon as possible`, rule: 'vague-term', source }
    }
  },
  function* later(text) {
    for (const clause of text.of('duty')) {
      if (!clause.proseAt) continue
      const source = text.said(clause, 'The routes are to be agreed at a later date.')
      yield { what: `leave the routes of ${clause.id} to be agreed`, rule: 'agree-to-agree', source }
    }
  },
  function* unread(text) {
    const source = `${text.source.trimEnd()}\n\n## 97. Maps\n\nEach side shall hand over its maps of the minefields within ten days.\n`
    yield { what: 'add an article that no clause reads', rule: 'unread-prose', source }
  },
  function* nobody(text) {
    const source = `${text.source.trimEnd()}\n\n## 98. Prisoners\n\nAll prisoners shall be released.\n`
    yield { what: 'add a duty that binds nobody', rule: 'actorless-duty', source }
  },
  function* drifted(text) {
    const clause = [...text.of('duty'), ...text.of('ban')].find(({ reads }) => reads === null)
    if (clause)
      yield {
        what: `let the prose of ${clause.id} be another`,
        rule: 'prose-drift',
        source: text.added(clause, 'reads        0123456789ab'),
      }
  },
]
