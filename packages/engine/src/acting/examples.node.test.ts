// Every power of every example against everything that is not allowed: refused under a clause and a heading of its own text,
// or allowed for a reason that is given here.
import { parseAgreement, resolveAgreement, type Agreement, type Power, type SpanRef } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import { parsePlaces } from '@trucekeeper/geo'
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { acted, recordOf } from '../../../../test/arbitraries/record.ts'
import { ruledAs } from '../plan.ts'
import { timelineOf, type Timeline } from '../timeline.ts'
import { checkAct, type ActRefusalCode } from './index.ts'
import { clausesOf } from './stands.ts'

const EXAMPLES = new URL('../../../../examples/', import.meta.url)
const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Example {
  readonly text: string
  readonly agreement: Agreement
}

function exampleIn(name: string): Example {
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, EXAMPLES), 'utf8')
  const files = readdirSync(new URL(`${name}/`, EXAMPLES)).filter((file) => file.endsWith('.geojson'))
  const places = new Map(files.map((file) => [file, parsePlaces(read(file)).places] as const))
  const text = read('agreement.md')
  return { text, agreement: resolveAgreement(parseAgreement(text, 'agreement.md').text, places).agreement! }
}

const examples = new Map(
  readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, exampleIn(name)]),
)
const powers = [...examples].flatMap(([name, { agreement }]) =>
  ruledAs(agreement, 'power').map((power) => ({ name, power: power.id })),
)

/** An example in which every moment that can be named has been, but for those that the power itself names. */
class Situation {
  readonly agreement: Agreement
  readonly text: string
  readonly power: Power
  readonly before: readonly Act[]
  readonly now: Instant

  constructor(name: string, power: string) {
    const { agreement, text } = examples.get(name)!
    this.agreement = agreement
    this.text = text
    this.power = ruledAs(agreement, 'power').find(({ id }) => id === power)!
    const base = parseInstant(`${agreement.made ?? '2016-09-10'}T12:00:00Z`)!
    this.before = ruledAs(agreement, 'power')
      .filter(({ id, effect, when }) => id !== power && effect === 'designate' && when === null)
      .map((one) => this.act({ power: one.id, by: [...one.holders], sets: this.say(base) }, base))
    this.now = Math.max(base, this.#begins(base) ?? base) + HOUR
  }

  say(at: Instant): string {
    return formatInstant(at, this.agreement.zone)
  }

  timeline(at: Instant, more: readonly Act[] = []): Timeline {
    return timelineOf(this.agreement, [...this.before, ...more], at)
  }

  /** The power used by all who have to, as it should be, but for what a test says. */
  act(more: Partial<Act> = {}, at: Instant = this.now): Act {
    const power = ruledAs(this.agreement, 'power').find(({ id }) => id === (more.power ?? this.power.id))!
    return acted({
      power: power.id,
      by: power.how === 'jointly' ? [...power.holders] : power.holders.slice(0, 1),
      at: this.say(at),
      ...(power.effect === 'designate' && { sets: this.say(at + DAY) }),
      ...(power.effect === 'extend' && { length: '72 hours' }),
      ...more,
    })
  }

  check(act: Act, ...more: Act[]) {
    return checkAct(this.agreement, recordOf([], [...this.before, ...more]), act, parseInstant(act.at)!)
  }

  /** The codes of a refusal, each under a clause of this agreement and a heading of its text; none where it is allowed. */
  refused(act: Act, ...more: Act[]): ActRefusalCode[] {
    const answer = this.check(act, ...more)
    if (answer.ok) return []
    for (const { clause, heading, why, help } of answer.refusals) {
      const named = [...this.agreement.ruled, ...this.agreement.anchors].find(({ id }) => id === clause)
      expect(named?.source.heading.join(' › ')).toBe(heading)
      for (const part of heading.split(' › ')) expect(this.text).toMatch(new RegExp(`^#+ ${escaped(part)}$`, 'm'))
      expect(why).toMatch(/^[^A-Z].{10,}[^.]$/s)
      expect(help.length).toBeGreaterThan(10)
    }
    return answer.refusals.map(({ code }) => code)
  }

  /** The refusal at the first of some moments, later and earlier, at which what the power waits for is not so. */
  early(): ActRefusalCode[] {
    const moments = [0, -2 * HOUR, -40 * DAY].map((by) => this.now + by)
    return moments.map((at) => this.refused(this.act({}, at))).find((codes) => codes.length > 0) ?? []
  }

  get isJoint(): boolean {
    return this.power.how === 'jointly' && this.power.holders.length > 1
  }

  /** When all that the power is about is over by the clock; null where something of it has no end. */
  ends(): Instant | null {
    const ends = this.power.targets.map((target) => this.#spanOf(target)?.to ?? Infinity)
    const last = Math.max(...ends)
    return Number.isFinite(last) ? last : null
  }

  /** A power that ends all that this one is about, where there is one. */
  ending(): Power | null {
    const term = (target: string) => this.#termOf(target) ?? target
    return (
      ruledAs(this.agreement, 'power').find(
        ({ effect, targets }) =>
          effect === 'terminate' && this.power.targets.every((target) => targets.includes(term(target))),
      ) ?? null
    )
  }

  /** Of powers that change the text, those that a term names among what survives it. */
  outlives(): boolean {
    const { id, effect } = this.power
    if (effect !== 'amend' && effect !== 'redraw' && effect !== 'decide') return false
    return ruledAs(this.agreement, 'term').some(({ survives }) => survives.includes(id))
  }

  #begins(base: Instant): Instant | null {
    const starts = this.power.targets.flatMap((target) => this.#spanOf(target, base)?.from ?? [])
    return starts.length === 0 ? null : Math.max(...starts)
  }

  #termOf(target: string): string | null {
    const [clause] = clausesOf(this.agreement, target)
    if (clause?.kind === 'term') return clause.id
    return clause && 'during' in clause && clause.during?.kind === 'term' ? clause.during.term : null
  }

  #spanOf(target: string, at: Instant = Infinity): { readonly from: Instant; readonly to: Instant } | null {
    const timeline = this.timeline(at)
    const [clause] = clausesOf(this.agreement, target)
    const span: SpanRef | null =
      clause?.kind === 'term' ? { kind: 'term', term: clause.id } : clause && 'during' in clause ? clause.during : null
    if (span?.kind !== 'term')
      return span ? { from: timeline.moment(span.from)!, to: (span.to && timeline.moment(span.to)) ?? Infinity } : null
    const { start, end } = timeline.term(span.term)
    return start === null ? null : { from: start, to: end ?? Infinity }
  }
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
/** What is over is not suspended either. */
const OVER: readonly ActRefusalCode[] = ['term-over', 'already-ended', 'not-suspended']
const CONDITIONS: readonly ActRefusalCode[] = ['gate-not-ready', 'asked-for-first']

/** What is tried: the codes by which it is refused, or why the text allows it, or why it cannot be tried. */
type Tried =
  | { readonly codes: readonly ActRefusalCode[]; readonly expected: readonly ActRefusalCode[] }
  | { readonly allowed: string }

const TRIALS: Readonly<Record<string, (here: Situation) => Tried | readonly Tried[]>> = {
  'by somebody who does not hold it': (here) =>
    here.agreement.actors
      .filter(({ id }) => !here.power.holders.includes(id))
      .map(({ id }) => ({
        codes: here.refused(here.act({ by: [id] })),
        expected: ['not-a-holder', 'acting-for-another'],
      })),
  'by somebody whom the text does not name': (here) => ({
    codes: here.refused(here.act({ by: ['nobody-at-all'] })),
    expected: ['actor-unknown'],
  }),
  'alone where it is held jointly': (here) =>
    here.isJoint
      ? here.power.holders.map((id) => ({
          codes: here.refused(here.act({ by: [id] })),
          expected: ['not-joined-by-all'],
        }))
      : { allowed: 'each holder uses it alone' },
  'in another form': (here) =>
    here.power.form === null
      ? { allowed: 'the text names no form' }
      : { codes: here.refused(here.act({ form: 'a word in passing' })), expected: ['other-form'] },
  'after what it is about has run out': (here) => {
    const end = here.ends()
    if (end === null) return { allowed: 'what it is about has no end by the clock' }
    if (here.outlives()) return { allowed: 'the text says that it outlives what it is about' }
    return { codes: here.refused(here.act({}, end + HOUR)), expected: OVER }
  },
  'before what it waits for': (here) =>
    here.power.when === null && here.power.effect !== 'certify'
      ? { allowed: 'it waits for nothing' }
      : { codes: here.early(), expected: CONDITIONS },
  'after what it is about was terminated': (here) => {
    const ending = here.ending()
    if (!ending) return { allowed: 'no power of the text terminates what it is about' }
    if (here.outlives()) return { allowed: 'the text says that it outlives what it is about' }
    const end = here.act({
      power: ending.id,
      by: ending.how === 'jointly' ? [...ending.holders] : [ending.holders[0]!],
    })
    return {
      codes: here.refused(here.act({}, here.now + HOUR), end),
      expected: OVER,
    }
  },
  'by accepting what nobody proposed': (here) => ({
    codes: here.refused(here.act({ stage: 'accepted', by: here.power.holders.slice(0, 1) })),
    expected: ['nothing-proposed'],
  }),
  'by accepting for another length or moment': (here) => {
    const { effect, holders } = here.power
    if (!here.isJoint) return { allowed: 'nobody else has to accept' }
    if (effect !== 'extend' && effect !== 'designate') return { allowed: 'it names neither a length nor a moment' }
    const [first, ...others] = holders
    const offer = here.act({ stage: 'proposed', by: [first!] })
    const other = effect === 'extend' ? { length: '30 minutes' } : { sets: here.say(here.now + 9 * DAY) }
    return {
      codes: here.refused(here.act({ stage: 'accepted', by: others, ...other }, here.now + HOUR), offer),
      expected: ['differs-from-proposal'],
    }
  },
  'once more with the very same act': (here) => ({
    codes: here.refused(here.act(), here.act()),
    expected: ['already-recorded'],
  }),
  'a second time': (here) => {
    const again = here.refused(here.act({}, here.now + 2 * DAY), here.act())
    switch (here.power.effect) {
      case 'extend':
        return { allowed: 'what was extended can be extended again' }
      case 'trigger':
        return { allowed: 'what was begun again can be begun again' }
      case 'amend':
      case 'redraw':
      case 'decide':
        return { allowed: 'another text, line or decision may follow' }
      case 'resume':
        return { codes: again, expected: ['not-suspended'] }
      default:
        return {
          codes: again,
          expected: ['already-ended', 'already-suspended', 'already-certified', 'anchor-has-come', ...CONDITIONS],
        }
    }
  },
  'by lifting what was never done': (here) => ({
    codes: here.refused(here.act({ stage: 'lifted', by: here.power.holders.slice(0, 1) })),
    expected: ['nothing-to-lift'],
  }),
  'by lifting what another did or said': (here) => {
    const [one, other] = here.power.holders
    if (other === undefined) return { allowed: 'nobody else holds it' }
    const stage = here.isJoint ? 'proposed' : 'exercised'
    return {
      codes: here.refused(here.act({ stage: 'lifted', by: [other] }, here.now + HOUR), here.act({ stage, by: [one!] })),
      expected: ['nothing-to-lift', 'not-the-suspender'],
    }
  },
}

describe.each(Object.entries(TRIALS))('a power used %s', (_, trial) => {
  it.each(powers)(
    'is refused under a heading of the text, or allowed for a reason: $name $power',
    ({ name, power }) => {
      const here = new Situation(name, power)
      for (const tried of [trial(here)].flat()) {
        if ('allowed' in tried) expect(tried.allowed).not.toBe('')
        else expect(tried.expected).toContain(tried.codes[0])
      }
    },
  )

  it('is refused in one example at least', () => {
    const all = powers.flatMap(({ name, power }) => [trial(new Situation(name, power))].flat())
    expect(all.some((tried) => 'codes' in tried)).toBe(true)
  })
})

describe('a power used as the text says', () => {
  it.each(powers)('is allowed, unless what it waits for is not so: $name $power', ({ name, power }) => {
    const here = new Situation(name, power)
    const codes = here.refused(here.act())
    if (here.power.when === null && here.power.effect !== 'certify' && here.power.effect !== 'resume')
      expect(codes).toEqual([])
    else expect([...CONDITIONS, 'not-suspended', undefined]).toContain(codes[0])
  })

  it.each(powers)('may be threatened and prepared by one alone, without effect: $name $power', ({ name, power }) => {
    const here = new Situation(name, power)
    for (const stage of ['threatened', 'prepared'] as const)
      for (const id of here.power.holders) {
        const answer = here.check(here.act({ stage, by: [id], sets: null, length: null }))
        if (!answer.ok) throw new Error(answer.refusals.map(({ why }) => why).join())
        expect(answer.effect).toMatchObject({ takes_effect: false, standings: [], terms: [], gates: [] })
        expect(answer.effect.undo).toMatchObject({ stage: 'lifted', by: [id] })
        const lifted = here.act({ stage: 'lifted', by: [id], sets: null, length: null }, here.now + HOUR)
        expect(here.refused(lifted, here.act({ stage, by: [id], sets: null, length: null }))).toEqual([])
      }
  })
})
