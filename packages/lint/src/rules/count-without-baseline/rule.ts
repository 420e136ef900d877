// A count that is meant to have changed, held against nothing.
import type { Clause } from '@trucekeeper/agreement'
import type { Rule, Spot } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { WORDS_OF_CHANGE } from './words-of-change.ts'

/** Words may be broken over lines. */
const CHANGE = new RegExp(String.raw`\b(?:${WORDS_OF_CHANGE.join('|').replaceAll(' ', String.raw`\s+`)})\b`, 'i')

export const rule: Rule = {
  name: 'count-without-baseline',
  severity: 'warning',
  engine: 'shape',
  summary: 'A measure is meant to say that something has changed, and nothing says from what.',
  *check(subject) {
    const readings = Map.groupBy(subject.of('reading'), ({ fields }) => fields.of.id)
    for (const measure of subject.of('measure')) {
      if (measure.fields.baseline !== undefined) continue
      const open = (measure.fields.touches ?? []).flatMap(({ id }) => {
        const term = subject.clause(id)
        return term?.kind === 'open-term' ? [term] : []
      })
      const own = inProse(subject, measure) ?? within(subject, measure, measure.at)
      const words = own ?? first(open, (term) => within(subject, term, term.fieldAt['words']))
      const read = () =>
        first(open, ({ id }) => first(readings.get(id) ?? [], (one) => within(subject, one, one.fieldAt['says'])))
      const found = words ?? read()
      if (!found) continue
      yield {
        at: subject.spot(measure, 'holds'),
        // Where only one reading of the words speaks of change, others may do without.
        ...(!words && { severity: 'note' as const }),
        message: `\`${measure.id}\` is to show a change, as \`${found.phrase}\` says, and is held against nothing`,
        help: 'add `baseline` with what it was before: how many, over which days, by whose count',
        also: [{ ...found.spot, label: words ? 'a change' : 'a change, in one reading' }],
        clauses: [measure.id],
      }
    }
  },
}

interface Found {
  readonly phrase: string
  readonly spot: Spot
}

function inProse(subject: Subject, { proseAt, heading }: Clause<'measure'>): Found | null {
  return proseAt && within(subject, { heading }, proseAt)
}

function within(
  { source, stretch }: Subject,
  { heading }: { heading: readonly string[] },
  range?: Spot['range'],
): Found | null {
  const found = range && CHANGE.exec(source.slice(range.start.offset, range.end.offset))
  if (!range || !found) return null
  const start = range.start.offset + found.index
  return { phrase: found[0].replace(/\s+/g, ' '), spot: stretch(start, start + found[0].length, heading) }
}

function first<T>(many: readonly T[], one: (each: T) => Found | null): Found | null {
  for (const each of many) {
    const found = one(each)
    if (found) return found
  }
  return null
}
