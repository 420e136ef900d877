// json-rules-engine against ours on questions of time: it knows none, so its user looks back over the window by hand.
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { falseOnes } from './ours.ts'
import { count, inTurns, mustAgree, printTable, rate, ratio } from './table.ts'
import { factsOfMasks, heldOnes, type Facts } from './theirs.ts'
import { BOUNDS, disturbed, NAMES, propertyNamed, questionOf } from './timed.ts'

const EVENTS = 6000
const [P, Q, R, S] = [1, 2, 4, 8]

/** What has come so far, its newest event last. */
interface Past {
  readonly trace: Uint8Array
  now: number
}

interface Question {
  readonly name: string
  /** What the property of ours is called. */
  readonly property: string
  /** Facts that look back, or count on by hand. */
  readonly facts: Readonly<Record<string, (past: Past, bound: number) => boolean | number>>
  /** When the property is violated. */
  readonly violated: (bound: number) => TopLevelCondition
}

const is = (fact: string, value: boolean, priority = 1) => ({ fact, operator: 'equal', value, priority })

const RECURRENT = 'p, q or r within B'
const QUESTIONS: readonly Question[] = [
  {
    name: RECURRENT,
    property: 'RecurGLB',
    facts: { seen: (past, bound) => lookBack(past, P | Q | R, 0, bound) <= bound },
    violated: () => ({ all: [is('seen', false)] }),
  },
  {
    name: 'no p in B before r',
    property: 'AbsentBR',
    facts: { pSeen: (past, bound) => lookBack(past, P, 0, bound) <= bound },
    violated: () => ({ all: [is('r', true, 2), is('pSeen', true)] }),
  },
  {
    name: 'no p in B after q',
    property: 'AbsentAQ',
    facts: {
      qSeen: (past, bound) => lookBack(past, Q, 0, bound) <= bound,
      quiet: (past) => lookBack(past, Q, P, Infinity) < Infinity,
    },
    violated: () => ({ all: [is('qSeen', true, 2), is('quiet', false)] }),
  },
  {
    name: 's within B of p',
    property: 'RespondGLB',
    facts: {
      pSeen: (past, bound) => lookBack(past, P, 0, bound) <= bound,
      waiting: ({ trace, now }, bound) => {
        for (let then = now; then >= 0; then--) {
          if (now - then >= bound && (trace[then]! & P) !== 0) return true
          if ((trace[then]! & S) !== 0) return false
        }
        return false
      },
    },
    violated: () => ({ any: [{ all: [is('s', true, 2), is('pSeen', false)] }, is('waiting', true)] }),
  },
]

/** How long ago one of these last held, at most a bound; Infinity where it did not, or where something broke it off. */
function lookBack({ trace, now }: Past, wanted: number, breaks: number, bound: number): number {
  for (let then = now; then >= Math.max(0, now - bound); then--) {
    if ((trace[then]! & wanted) !== 0) return now - then
    if ((trace[then]! & breaks) !== 0) return Infinity
  }
  return Infinity
}

/** The floor: its user remembers the last one in a variable, and it only compares. */
function byHand(): Question {
  let last = -Infinity
  return {
    name: `${RECURRENT} *`,
    property: 'RecurGLB',
    facts: {
      since: ({ trace, now }) => {
        if (now === 0) last = -Infinity
        if ((trace[now]! & (P | Q | R)) !== 0) last = now
        return now - last
      },
    },
    violated: (bound) => ({ all: [{ fact: 'since', operator: 'greaterThan', value: bound }] }),
  }
}

/** The facts of each event in turn, while what looks back is told where it stands. */
function* handedOver(past: Past): Generator<Facts> {
  for (past.now = 0; past.now < past.trace.length; past.now++) yield FACTS[past.trace[past.now]!]!
}

const FACTS = factsOfMasks(NAMES)

function theirsOf({ facts, violated }: Question, bound: number, trace: Uint8Array) {
  const past: Past = { trace, now: 0 }
  const engine = new Engine([{ conditions: violated(bound), event: { type: '0' } }])
  for (const [name, look] of Object.entries(facts)) engine.addFact(name, () => look(past, bound), { cache: false })
  return () => heldOnes(engine, 1, handedOver(past))
}

export async function peersInTime(): Promise<void> {
  const rows: string[][] = []
  for (const question of [...QUESTIONS, byHand()]) {
    const property = propertyNamed(question.property)
    for (const bound of BOUNDS) {
      const formula = questionOf(property, bound)
      const trace = disturbed(property, bound, EVENTS)
      const theirs = theirsOf(question, bound, trace)
      const ours = () => falseOnes([formula], trace, NAMES)
      mustAgree(question.name, (await theirs()).join(''), ours().join(''))
      const [slow, fast] = await inTurns(2, theirs, ours)
      rows.push([question.name, String(bound), rate(EVENTS, slow), rate(EVENTS, fast), ratio(slow, fast)])
    }
  }
  printTable({
    title: 'Peers: questions of time',
    about: `Is it kept at this event, looking back at most B events; ${count(EVENTS)} events. json-rules-engine knows no time: a fact
      function looks back over the window at each event, as far as it must (* its user keeps the last time in a variable
      instead, and it only compares). Events a second; it best of 2, ours best of 20.`,
    heads: ['question', 'B', 'json-rules-engine', 'ours', 'ours is faster'],
    rows,
  })
}
