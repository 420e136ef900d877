// How fast reports are read: documents a second of news length, and how often a bare tokeniser would have run meanwhile.
// node packages/reading/bench/speed.ts [FOLDER_OF_TEXTS]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attributions, readReport } from '../src/index.ts'

const NEWS_LENGTH = 4000
const ROUNDS = 20
const TURN_MS = 120
const TOKEN = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu

const [folder] = process.argv.slice(2)
const sets: readonly (readonly [name: string, texts: readonly string[]])[] = folder
  ? [[folder, textsIn(folder)]]
  : [
      [
        'reports of the example, a claim in nearly every sentence',
        lengthened(textsIn(join(import.meta.dirname, '../../../examples/aleppo-2016/reports'))),
      ],
      ['general news, hardly a claim', lengthened(textsIn(join(import.meta.dirname, 'news')))],
    ]

for (const [name, texts] of sets) {
  const units = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
  console.log(`${name}: ${texts.length} documents of ${Math.round(units)} characters`)
  const works = [
    ['bare tokeniser', (text: string) => text.match(TOKEN)],
    ['attributions', (text: string) => attributions(text)],
    ['read', (text: string) => readReport(text, { doc: 'a.txt', published: '2016-09-16', outlet: null, zone: 'UTC' })],
  ] as const
  const [bare, ...others] = timed(
    texts,
    works.map(([, work]) => work),
  )
  console.log(`  ${'bare tokeniser'.padEnd(16)} ${bare!.toFixed(0).padStart(6)} documents/s`)
  for (const [index, rate] of others.entries()) {
    const label = works[index + 1]![0].padEnd(16)
    console.log(
      `  ${label} ${rate.toFixed(0).padStart(6)} documents/s, as long as tokenising ${(bare! / rate).toFixed(1)} times`,
    )
  }
}

/** Documents a second of processor time; the works take turns, so that other load meets all alike. */
function timed(texts: readonly string[], works: readonly ((text: string) => unknown)[]): number[] {
  const spent = works.map(() => ({ documents: 0, micros: 0 }))
  for (const work of works) for (let warm = 0; warm < 5; warm++) texts.forEach((text) => work(text))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, work] of works.entries()) {
      const one = spent[index]!
      const [began, from] = [process.cpuUsage(), performance.now()]
      do {
        for (const text of texts) work(text)
        one.documents += texts.length
      } while (performance.now() - from < TURN_MS)
      one.micros += process.cpuUsage(began).user
    }
  }
  return spent.map(({ documents, micros }) => (documents / micros) * 1e6)
}

function textsIn(from: string): string[] {
  const names = readdirSync(from).filter((name) => name.endsWith('.txt'))
  return names.toSorted().map((name) => readFileSync(join(from, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
}

/** Short reports one after another up to the length of a news story. */
function lengthened(texts: readonly string[]): string[] {
  const stories: string[] = []
  let story = ''
  for (const text of texts) {
    story = story === '' ? text : `${story}\n\n${text}`
    if (story.length < NEWS_LENGTH * 0.75) continue
    stories.push(story)
    story = ''
  }
  return story === '' ? stories : [...stories, story]
}
