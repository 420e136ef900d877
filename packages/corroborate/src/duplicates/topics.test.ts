// Documents about one event are found together, whatever their order.
import { describe, expect, it } from 'vitest'
import { madeUpNews, numbersFrom } from '../../bench/made-up.ts'
import { topicsOf } from './index.ts'

const NEWS = [
  {
    doc: 'quake-1',
    text: 'A strong earthquake shook the coast of Varna on Tuesday. Rescuers searched collapsed houses in Varna.',
  },
  { doc: 'quake-2', text: 'Rescuers in Varna dug through collapsed houses after the earthquake that shook the coast.' },
  {
    doc: 'cup-1',
    text: 'Midfielder Okoro scored twice as Lagos won the cup final against Accra before a record crowd.',
  },
  { doc: 'cup-2', text: 'A record crowd saw Lagos beat Accra in the cup final; Okoro scored both.' },
  { doc: 'tax', text: 'Parliament postponed its vote on a sugar levy until spring.' },
]

describe('topics', () => {
  it('bring together what is about one event, and leave alone what is about another', () => {
    const { topics } = topicsOf(NEWS)
    expect(topics.map(({ docs }) => docs)).toEqual([['cup-1', 'cup-2'], ['quake-1', 'quake-2'], ['tax']])
    expect(topics.map(({ cohesion }) => cohesion !== null && cohesion > 0.15)).toEqual([true, true, false])
  })

  it('bring a long report together with a short one, and pay no heed to how words end', () => {
    const long = `${NEWS[0]!.text} ${'Officials in neighbouring countries offered help, tents and blankets were flown in, schools stayed closed, and engineers checked bridges along the railway, while markets opened late.'}`
    const short = { doc: 'quake-3', text: 'Varna: earthquakes shake coastal houses; some collapse.' }
    const { topics } = topicsOf([{ doc: 'quake-1', text: long }, short, ...NEWS.slice(2)])
    expect(topics.map(({ docs }) => docs)).toContainEqual(['quake-1', 'quake-3'])
  })

  it('are the same in whatever order the documents come', () => {
    const news = madeUpNews(120, 5)
    expect(topicsOf(news.toReversed())).toEqual(topicsOf(news))
  })

  it('hold every document once', () => {
    const news = madeUpNews(120, 9)
    expect(
      topicsOf(news)
        .topics.flatMap(({ docs }) => docs)
        .toSorted(),
    ).toEqual(news.map(({ doc }) => doc))
  })

  it('tell two events of one kind apart, at a threshold that nobody gave', () => {
    const next = numbersFrom(3)
    const names = () => Array.from({ length: 20 }, () => `n${Math.floor(next() * 100_000)}`)
    const oneOf = (words: readonly string[]) => words[Math.floor(next() * words.length)]!
    const news = Array.from({ length: 8 }, names).flatMap((kind, k) =>
      [names(), names()].flatMap((event, e) =>
        Array.from({ length: 6 }, (_, d) => ({
          doc: `${k}-${e}-${d}`,
          text: Array.from({ length: 120 }, () => {
            const chance = next()
            return chance < 0.1 ? oneOf(kind) : chance < 0.4 ? oneOf(event) : `c${Math.floor(5000 ** next())}`
          }).join(' '),
        })),
      ),
    )
    const { topics } = topicsOf(news)
    expect(topics).toHaveLength(16)
    for (const { docs } of topics) expect(new Set(docs.map((doc) => doc.slice(0, 3))).size).toBe(1)
  })

  it('are large ones among many documents, beside small ones', () => {
    const next = numbersFrom(11)
    const names = () => Array.from({ length: 30 }, () => `n${Math.floor(next() * 1_000_000)}`)
    const about = (words: readonly string[]) =>
      Array.from({ length: 60 }, () =>
        next() < 0.7 ? words[Math.floor(next() * words.length)]! : `c${Math.floor(5000 ** next())}`,
      ).join(' ')
    const large = Array.from({ length: 3 }, names).flatMap((words, topic) =>
      Array.from({ length: 700 }, (_, at) => ({ doc: `large-${topic}-${at}`, text: about(words) })),
    )
    const small = Array.from({ length: 10 }, names).flatMap((words, topic) =>
      Array.from({ length: 3 }, (_, at) => ({ doc: `small-${topic}-${at}`, text: about(words) })),
    )
    const { topics } = topicsOf([...large, ...small])
    expect(topics.map(({ docs }) => docs.length)).toEqual([700, 700, 700, ...Array.from({ length: 10 }, () => 3)])
  })

  it('take a threshold from whoever asks', () => {
    expect(topicsOf(NEWS, 0.99).topics).toHaveLength(5)
    expect(topicsOf([]).topics).toEqual([])
    expect(topicsOf([{ doc: 'empty', text: '' }]).topics).toEqual([{ docs: ['empty'], cohesion: null }])
  })
})
