// From the bytes of a trace to the lines of its verdicts, however the bytes are cut and the lines are spelt.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TracePoint } from './first-order/event.ts'
import type { Formula } from './formula.ts'
import { evaluateReference } from './reference/index.ts'
import { formulaOf } from './reference/notation.ts'
import { monitorStream, type Shown } from './index.ts'
import { formulas, traces } from './testing/formulas.ts'

const encoder = new TextEncoder()

async function run(formula: Formula, trace: string | Uint8Array, shown: Shown = 'all', cuts: readonly number[] = []) {
  const bytes = typeof trace === 'string' ? encoder.encode(trace) : trace
  let output = ''
  const monitored = await monitorStream(formula, {
    file: 't.jsonl',
    shown,
    write: (piece) => (output += new TextDecoder().decode(piece)),
  })
  if (!monitored.ok) throw new Error(monitored.refusal.message)
  const { stream } = monitored
  let from = 0
  for (const cut of [...cuts, bytes.length]) {
    const chunk = bytes.slice(from, Math.max(from, cut))
    const sound = stream.read(chunk)
    // The chunk is the caller's again.
    chunk.fill(0)
    if (!sound) break
    from = Math.max(from, cut)
  }
  return { fault: stream.end(), output }
}

async function refusal(trace: string | Uint8Array): Promise<[string, number, number]> {
  const { fault } = await run(formulaOf('p'), trace)
  const { line, column } = fault!.spans[0]!.range.start
  return [fault!.code, line, column]
}

/** One spelling of a time-point among those JSON allows. */
function spelt({ time, events }: TracePoint, how: number): string {
  const names = events.map(({ name }) => name)
  const strings = names.map((name) => JSON.stringify(name))
  switch (how % 8) {
    case 0:
      return `{"t": ${time}, "atoms": [${strings.join(', ')}]}\n`
    case 1:
      return `  {"atoms":[${strings.join(',')}] ,"t":${time}}\r\n`
    case 2:
      return `{"t":${time},"note":{"t":0},"atoms":[${names.map((name) => `{"name":"${name}"}`).join(',')}]}\n\n`
    case 3:
      return `{"t":${time},"atoms":[${names.map((name) => `{"args":[ ] , "name" : "${name}"}`).join()},{"name":"p","args":[-7,"x",0]}]}\n`.replace(
        '[,',
        '[',
      )
    case 4:
      return `{"t":${time}.0,"atoms":["other","\u0633","p\\u0070"${strings.map((name) => `,${name}`).join('')}]}\n`
    default:
      return `{"t":${time},"atoms":[${strings.join(',')}]}\n`
  }
}

describe('a stream', () => {
  it('prints one line a time-point', async () => {
    const trace = '{"t":3,"atoms":["p"]}\n{"t":3,"atoms":[]}\n{"t":4000000000,"atoms":["p"]}\n'
    expect((await run(formulaOf('always[0,10] p'), trace)).output).toBe(
      '{"i":0,"t":3,"v":false}\n{"i":1,"t":3,"v":false}\n{"i":2,"t":4000000000,"v":null}\n',
    )
  })

  it('prints only violations, or only the last time-point, if asked to', async () => {
    const trace = '{"t":-1,"atoms":["p"]}\n{"t":2,"atoms":[]}\n{"t":3,"atoms":["p"]}'
    expect((await run(formulaOf('p'), trace, 'violations')).output).toBe('{"i":1,"t":2,"v":false}\n')
    expect((await run(formulaOf('p'), trace, 'last')).output).toBe('{"i":2,"t":3,"v":true}\n')
    expect(await run(formulaOf('p'), '', 'last')).toEqual({ fault: null, output: '' })
  })

  it('prints the same however the trace is cut and spelt, and that is what the definitions say', async () => {
    await fc.assert(
      fc.asyncProperty(
        formulas,
        traces(30),
        fc.array(fc.nat(1500)),
        fc.array(fc.nat()),
        async (formula, trace, cuts, ways) => {
          const text = trace.map((point, at) => spelt(point, ways[at] ?? 7)).join('')
          const verdicts = evaluateReference(formula, trace)
          const expected = trace.map(({ time }, i) => `{"i":${i},"t":${time},"v":${verdicts[i]}}\n`).join('')
          const ordered = cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b)
          expect(await run(formula, text, 'all', ordered)).toEqual({ fault: null, output: expected })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('prints the same for a long trace read in one chunk and in bytes', async () => {
    const trace = Array.from({ length: 9000 }, (_, at) => `{"t":${at},"atoms":[${at % 7 ? '' : '"p"'}]}\n`).join('')
    const formula = formulaOf('once[2,4] p or eventually[3,5] p')
    const whole = await run(formula, trace)
    expect(whole.output.split('\n')).toHaveLength(9001)
    const everywhere = Array.from({ length: trace.length }, (_, at) => at)
    expect((await run(formula, trace, 'all', everywhere)).output === whole.output).toBe(true)
  })

  it('takes an atom with arguments for another than the bare one of its name', async () => {
    const trace = '{"t":1,"atoms":[{"name":"p","args":[1]}]}\n{"t":2,"atoms":[{"name":"p","args":[]}]}\n'
    expect((await run(formulaOf('p'), trace)).output).toBe('{"i":0,"t":1,"v":false}\n{"i":1,"t":2,"v":true}\n')
  })

  it('finds names in any script, and none that only share their hash or their beginning', async () => {
    const formula: Formula = { op: 'atom', name: '\u0647\u062F\u0646\u0629' }
    const trace = '{"t":1,"atoms":["\u0647\u062F\u0646\u0629"]}\n{"t":2,"atoms":["\u0647\u062F\u0646"]}\n'
    expect((await run(formula, trace)).output).toBe('{"i":0,"t":1,"v":true}\n{"i":1,"t":2,"v":false}\n')
    // "Aa" and "BB" have the same hash.
    expect((await run({ op: 'atom', name: 'Aa' }, '{"t":1,"atoms":["BB"]}\n')).output).toBe('{"i":0,"t":1,"v":false}\n')
  })

  it('prints the tuples that satisfy an open formula, and a truth for a closed one', async () => {
    const trace = '{"t":1,"atoms":[{"name":"p","args":[1]},{"name":"p","args":["x"]}]}\n{"t":9,"atoms":[]}\n'
    expect((await run(formulaOf('p(x)'), trace)).output).toBe(
      '{"i":0,"t":1,"sat":[[1],["x"]]}\n{"i":1,"t":9,"sat":[]}\n',
    )
    expect((await run(formulaOf('p(x)'), trace, 'violations')).output).toBe('{"i":1,"t":9,"sat":[]}\n')
    expect((await run(formulaOf('exists x. p(x)'), trace, 'last')).output).toBe('{"i":1,"t":9,"v":false}\n')
    expect((await run(formulaOf('eventually[0,9] p(x)'), trace)).output).toBe(
      '{"i":0,"t":1,"sat":null}\n{"i":1,"t":9,"sat":null}\n',
    )
  })

  it('prints the same tuples for every spelling of the same events', async () => {
    const lines = [
      '{"t":1,"atoms":[{"name":"p","args":[10,"\u0633"]}]}\n',
      '{ "atoms" : [ { "args" : [ 10 , "\u0633" ] , "name" : "p" } , "q" ] , "t" : 1 }\r\n',
      '{"t":1,"atoms":[{"name":"p","args":[1e1,"\\u0633"]}],"note":[{}]}\n',
      '{"t":1.0,"atoms":[{"name":"p","args":[10.0,"\u0633"]},{"name":"p","args":[10]}]}\n',
    ]
    const said = lines.map((_, i) => `{"i":${i},"t":1,"sat":[[10,"\u0633"]]}\n`).join('')
    expect((await run(formulaOf('p(x,y)'), lines.join(''))).output).toBe(said)
  })

  it('refuses a formula whose verdicts have no end of tuples', async () => {
    const refused = await monitorStream(formulaOf('not p(x)'), { file: 't', shown: 'all', write: () => {} })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'unguarded-negation' } })
  })

  const good = '{"t":5,"atoms":["p"]}\n'
  it.each<[string, string, [string, number, number]]>([
    ['time that goes back', `${good}{"t":6,"atoms":[]}\n{"t":4,"atoms":[]}\n`, ['time-goes-back', 3, 6]],
    ['a line that is not JSON', `${good}nonsense\n`, ['json-syntax', 2, 1]],
    ['a line cut short', `${good}{"t":6,"atoms":["p"`, ['json-syntax', 2, 20]],
    ['two values in a line', `${good}{"t":6,"atoms":[]} {}\n`, ['json-syntax', 2, 20]],
    ['a comma too many', `${good}{"t":6,"atoms":["p",]}\n`, ['json-syntax', 2, 21]],
    ['no time', `${good}\n{"atoms":[]}\n`, ['missing-key', 3, 1]],
    ['no atoms', `${good}{"t":6,"atom":[]}\n`, ['missing-key', 2, 8]],
    ['a fraction for a time', `${good}{"t":6.5,"atoms":[]}\n`, ['bad-time', 2, 6]],
    ['a word for a time', `${good}{"t":"6","atoms":[]}\n`, ['bad-time', 2, 6]],
    ['a time that is too large to be exact', `${good}{"t":9007199254740993,"atoms":[]}\n`, ['bad-time', 2, 6]],
    ['a number with a leading zero', `${good}{"t":06,"atoms":[]}\n`, ['json-syntax', 2, 7]],
    ['a number for an atom', `${good}{"t":6,"atoms":["p",7]}\n`, ['not-an-atom', 2, 21]],
    ['a control character in a name', `${good}{"t":6,"atoms":["a\u0001"]}\n`, ['json-syntax', 2, 17]],
    ['a list for a line', `${good}[6,"p"]\n`, ['not-a-time-point', 2, 1]],
  ])('refuses %s, with line and column', async (_, trace, place) => {
    expect(await refusal(trace)).toEqual(place)
  })

  it('refuses bytes that are no text', async () => {
    const bytes = encoder.encode('{"t":5,"atoms":["pp"]}\n')
    bytes[17] = 0xff
    expect(await refusal(bytes)).toEqual(['not-utf8', 1, 18])
  })

  it('has printed what was decided before the line that is wrong, and nothing after it', async () => {
    const trace = `${good}{"t":9,"atoms":[]}\n{"t":9}\n{"t":10,"atoms":[]}\n`
    expect((await run(formulaOf('eventually[0,3] p'), trace)).output).toBe('{"i":0,"t":5,"v":true}\n')
  })
})
