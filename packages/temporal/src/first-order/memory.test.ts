// What a monitor keeps: nothing that is outside every window, and nothing to mix values up when it forgets them.
import { describe, expect, it } from 'vitest'
import { formulaOf } from '../reference/notation.ts'
import { Entries } from './entries.ts'
import { compileFirstOrder, type FirstOrderVerdict, type TraceEvent } from './index.ts'
import { NONE } from './rows.ts'
import { Runs } from './runs.ts'
import { SinceState } from './since-state.ts'
import { Values } from './values.ts'

function run(text: string, points: number, events: (at: number) => readonly TraceEvent[]): FirstOrderVerdict[] {
  const compiled = compileFirstOrder(formulaOf(text))
  if (!compiled.ok) throw new Error(compiled.refusal.message)
  const verdicts: FirstOrderVerdict[] = []
  const take = (_point: number, _time: number, verdict: FirstOrderVerdict) => void verdicts.push(verdict)
  for (let at = 0; at < points; at++) compiled.monitor.push(at, events(at), take)
  return verdicts
}

describe('the values of a monitor', () => {
  it('are numbered anew once nothing holds them, and the constants of the formula never', () => {
    const values = new Values()
    const pinned = values.pin('here to stay')
    const held = values.idOf('held')
    for (let i = 0; i < 70_000; i++) values.idOf(`passing ${i}`)
    expect(values.full).toBe(true)
    values.sweep((keep) => keep(held))
    expect(values.full).toBe(false)
    expect([values.valueOf(pinned), values.valueOf(held)]).toEqual(['here to stay', 'held'])
    const again = values.idOf('another')
    expect(again).toBeLessThan(values.idOf('here to stay') + 70_003)
    expect(values.valueOf(again)).toBe('another')
  })

  it('tell apart what looks alike', () => {
    const values = new Values()
    const ids = [0, 1, '1', -1, 1.5, 2 ** 25, 2 ** 40, '', 'a'].map((value) => values.idOf(value))
    expect(new Set(ids).size).toBe(ids.length)
    expect(values.idOf(-0)).toBe(values.idOf(0))
  })

  it('are not mixed up when a long trace of ever new words makes it forget', () => {
    const word = (at: number) => `word ${at}`
    const verdicts = run('q(x,y) and once[0,5] p(x) and not eventually[0,3] r(x)', 200_000, (at) => [
      { name: 'p', args: [word(at)] },
      { name: 'q', args: [word(at - 5), word(at - 1)] },
      { name: 'r', args: [word(at % 2 === 0 ? at - 6 : 0)] },
    ])
    // What is asked for at an odd time-point is answered one later.
    const expected = verdicts.map((_, at) => (at % 2 === 0 ? [[word(at - 5), word(at - 1)]] : []))
    expect(verdicts).toHaveLength(199_996)
    expect(verdicts.slice(5)).toEqual(expected.slice(5))
  })
})

describe('the state of a window', () => {
  it('drops a key when its last witness leaves', () => {
    const state = new SinceState({ from: 2, to: 5 }, { kind: 'none' }, ['x'])
    const index = state.index(['x'])
    const sizes: boolean[] = []
    for (let at = 0; at < 8; at++) {
      state.step(at, NONE, at === 0 ? [7] : NONE)
      sizes.push(index.has(7))
    }
    expect(sizes).toEqual([false, false, true, true, true, true, false, false])
    const kept: number[] = []
    state.mark((id) => kept.push(id))
    expect(kept).toEqual([])
  })

  it('drops keys that the left side no longer names, though the window has no end', () => {
    const state = new SinceState({ from: 0, to: null }, { kind: 'keeps', columns: ['x'] }, ['x'])
    for (let at = 0; at < 1000; at++) state.step(at, [at - 1], [at])
    const kept: number[] = []
    state.mark((id) => kept.push(id))
    expect(kept.length).toBeLessThan(100)
    expect(state.rows().toSorted()).toEqual([998, 999])
  })

  it('drops runs that broke off', () => {
    const runs = new Runs(['x'])
    for (let at = 0; at < 1000; at++) runs.step([at])
    const kept: number[] = []
    runs.mark((id) => kept.push(id))
    expect(kept.length).toBeLessThan(100)
  })

  it('keeps no index of what is gone', () => {
    const entries = new Entries(['x', 'y'])
    const by = entries.by(['x'])
    const entry = entries.add(entries.keyOf([1, 2], 0), [1, 2], 0)
    expect([...by(1)]).toEqual([entry])
    entries.remove(entry)
    expect([...by(1)]).toEqual([])
    expect(entries.size).toBe(0)
  })
})

describe('a verdict', () => {
  it('comes as soon as it is decided, and in order', () => {
    const compiled = compileFirstOrder(formulaOf('p(x) and not eventually[0,2] q(x)'))
    if (!compiled.ok) throw new Error(compiled.refusal.message)
    const given: string[] = []
    const emit = (point: number, time: number, verdict: FirstOrderVerdict) =>
      void given.push(`${point} at ${time}: ${JSON.stringify(verdict)}`)
    const { monitor } = compiled
    monitor.push(0, [{ name: 'p', args: [1] }], emit)
    monitor.push(2, [{ name: 'p', args: [2] }], emit)
    expect(given).toEqual([])
    monitor.push(3, [{ name: 'q', args: [2] }], emit)
    expect(given).toEqual(['0 at 0: [[1]]', '1 at 2: []', '2 at 3: []'])
    monitor.push(9, [{ name: 'p', args: [3] }], emit)
    monitor.end(emit)
    expect(given.slice(3)).toEqual(['3 at 9: null'])
  })

  it('is refused to a time that goes back', () => {
    const compiled = compileFirstOrder(formulaOf('p(x)'))
    if (!compiled.ok) throw new Error(compiled.refusal.message)
    const { monitor } = compiled
    monitor.push(5, [], () => {})
    expect(() => monitor.push(4, [], () => {})).toThrow('time goes back from 5 to 4')
  })
})
