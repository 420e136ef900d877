import { describe, expect, it } from 'vitest'
import { complyTimeline, waitGraph } from './waits.ts'
import { HARBOUR, open } from './testing/harbour.ts'

const TWINS = HARBOUR.replace(
  '  by           day-one + 48 hours\n',
  `  together     answer within 2 days

duty answer
  on           south
  act          deliver-aid
  together     let-through within 2 days
`,
)

describe('what waits for what', () => {
  it('has a node for everything that can come, with where it stands and when it can be at the earliest', () => {
    const { nodes, edges, circles } = waitGraph(open(HARBOUR))
    expect(nodes.map(({ id }) => id)).toEqual(['day-one', 'quiet', 'ceasefire.north', 'ceasefire.south', 'let-through'])
    expect(nodes[1]).toMatchObject({ kind: 'term', at: '2030-03-01T12:00:00+02:00' })
    expect(HARBOUR.slice(nodes[1]!.start)).toMatch(/^term quiet/)
    expect(edges).toContainEqual({ from: 'quiet', to: 'day-one', how: 'in-turn' })
    expect(edges).toContainEqual({ from: 'let-through', to: 'ceasefire.south', how: 'in-turn' })
    expect(circles).toEqual([])
  })

  it('tells circles, and that nothing in them ever comes', () => {
    const { nodes, circles } = waitGraph(open(TWINS))
    expect(circles.map((circle) => circle.toSorted())).toEqual([['answer', 'let-through']])
    expect(nodes.filter(({ at }) => at === null).map(({ id }) => id)).toEqual(['let-through', 'answer'])
  })

  it('is empty while the text has errors', () => {
    const broken = open(HARBOUR.replace('anchor day-one', 'anchor 9'))
    expect(waitGraph(broken)).toEqual({ nodes: [], edges: [], circles: [] })
    expect(complyTimeline(broken)).toEqual([])
  })
})

describe('the run in which everybody complies', () => {
  it('tells in order what comes, is owed, falls due and ends', () => {
    expect(complyTimeline(open(HARBOUR))).toEqual([
      { at: '2030-03-01T12:00:00+02:00', text: '`day-one` comes', clause: 'day-one' },
      { at: '2030-03-01T12:00:00+02:00', text: '`quiet` begins', clause: 'quiet' },
      { at: '2030-03-01T12:00:00+02:00', text: '`ceasefire.north` begins to bind', clause: 'ceasefire.north' },
      { at: '2030-03-01T12:00:00+02:00', text: '`ceasefire.south` begins to bind', clause: 'ceasefire.south' },
      { at: '2030-03-01T12:00:00+02:00', text: '`let-through` is owed, and can be done', clause: 'let-through' },
      { at: '2030-03-03T12:00:00+02:00', text: 'the deadline of `let-through`', clause: 'let-through' },
      { at: '2030-03-31T12:00:00+03:00', text: '`quiet` ends', clause: 'quiet' },
    ])
  })

  it('leaves out what never comes', () => {
    expect(complyTimeline(open(TWINS)).map(({ clause }) => clause)).not.toContain('answer')
  })
})
