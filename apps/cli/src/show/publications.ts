// The course of a text as lines of a terminal: what was done with it, by whom, and what is shown to whom.
import type { Publications } from '@trucekeeper/centre'
import type { Terminal } from '../terminal.ts'
import { indented } from './wrap.ts'

export function showPublications({ print, width, colours }: Terminal, found: Publications): void {
  print(colours.bold('course'))
  if (found.made) print(`  ${found.made}  made`)
  for (const minute of found.course) print(indented(lineOf(minute), width, '              ', '  '))
  if (found.course.length === 0) print('  nothing was committed to, published, endorsed or leaked')
  for (const { version, lang, compared, publications } of found.versions)
    for (const { one, other, is } of compared) {
      const by = (id: string) => publications.find((each) => each.id === id)!.published_by
      print(`  ${version} (${lang}): ${by(one)} and ${by(other)}: ${IS[is]}`)
    }
  const set = found.clauses.filter(
    ({ set: by, embargo, level }) => by !== null || embargo !== null || level !== found.default_level,
  )
  print(colours.bold(`levels (${found.default_level} where nothing is said)`))
  for (const { clause, level, embargo, told_of, set: by } of set)
    print(
      indented(
        `${clause}: ${level}${embargo ? `, ${embargo.level} from ${embargo.until}` : ''}${told_of ? '' : ', untold'}${by ? ` (${by.of.join(' and ')}, ${by.at}: ${by.reason})` : ''}`,
        width,
        '    ',
        '  ',
      ),
    )
  for (const { subject, level, of, waits_for } of found.proposed)
    print(
      `  proposed by ${of.join(' and ')}: ${Object.values(subject).filter(Boolean).join(' ')} to ${level}; waits for ${waits_for.join(' and ')}`,
    )
  for (const { why, clause } of found.without_effect)
    print(indented(`without effect: ${why}${clause ? ` (${clause})` : ''}`, width, '    ', '  '))
}

const IS = {
  same: 'the same bytes',
  shows_less: 'the former leaves more out',
  shows_more: 'the former shows more',
  differs: 'they differ',
} as const

function lineOf(minute: Publications['course'][number]): string {
  switch (minute.does) {
    case 'commit-text':
      return `${minute.at.slice(0, 10)}  ${minute.version} (${minute.lang}) committed to by ${minute.of.join(' and ')}: ${minute.root}`
    case 'publish-version':
      return `${minute.date}  ${minute.version} (${minute.lang}) published by ${minute.published_by}${minute.withholds.length > 0 ? `, without ${minute.withholds.join(', ')}` : ''}`
    case 'leak':
      return `${minute.date}  ${minute.of} leaked${minute.by ? `, it is said by ${minute.by}` : ''}`
    case 'endorse':
      return `${minute.date}  endorsed by ${minute.body}: ${minute.reference}${minute.version ? ` (${minute.version})` : ''}`
  }
}
