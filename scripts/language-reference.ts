// Writes `docs/language/reference.md` from the table of kinds that the parser itself reads, with examples from the cheat sheet.
import { readFileSync, writeFileSync } from 'node:fs'
import {
  CLAUSE_KINDS,
  fieldsOf,
  KIND_ABOUT,
  parseAgreement,
  printClause,
  type AnyClause,
  type ClauseKind,
} from '@trucekeeper/agreement'
import { ACTS, ACT_WORDS, KIND_NAMES, kindEntry } from '@trucekeeper/codes'

const LANGUAGE = new URL('../docs/language/', import.meta.url)
const PAGE = new URL('reference.md', LANGUAGE)

/** The page, from the text of the cheat sheet. */
export function languageReference(cheatSheet: string): string {
  const { clauses } = parseAgreement(cheatSheet, 'cheat-sheet.md').text
  return [
    '# Reference\n',
    'Every kind of clause and every field, from the table that the parser reads. This page is written by',
    '`node scripts/language-reference.ts`; do not edit it. How to begin: [the language in ten minutes](README.md).\n',
    `Kinds: ${CLAUSE_KINDS.map((kind) => `[\`${kind}\`](#${kind})`).join(' · ')}.\n`,
    'Every clause may also have `reads`, the first 12 hex digits of the hash of the prose it was written against.\n',
    ...CLAUSE_KINDS.map((kind) => kindSection(kind, clauses)),
    actsSection(),
    kindsSection(),
  ].join('\n')
}

function kindSection(kind: ClauseKind, clauses: readonly AnyClause[]): string {
  const fields = Object.entries(fieldsOf(kind))
  const own = clauses.filter((clause) => clause.kind === kind)
  const rows = fields.map(([name, { about, reader, needed, many }]) => {
    const fits = reader.words && reader.words.length < 20 ? listed(reader.words, reader.expects) : reader.expects
    return row([`\`${name}\``, about, fits, `${needed ? 'needed' : ''}${many ? 'may stand several times' : ''}`])
  })
  const example = own[0] ? `\`\`\`\n${printClause({ ...own[0], reads: null })}\`\`\`\n` : ''
  const header = [row(['field', 'says', 'what fits', '']), '|---|---|---|---|']
  return [`## ${kind}\n`, `${KIND_ABOUT[kind]}\n`, ...header, ...rows, '', example].join('\n')
}

function listed(words: readonly string[], expects: string): string {
  const list = words.map((word) => `\`${word}\``).join(', ')
  return expects.includes('`') ? `${expects} (begins with ${list})` : list
}

function actsSection(): string {
  const rows = ACT_WORDS.map((word) => {
    const { does, opposite, hindered, doer } = ACTS[word]
    const who = doer === 'debtor' ? 'who is bound' : 'anyone'
    return row([`\`${word}\``, coded(does), coded([...opposite, ...hindered]), who])
  })
  const intro =
    'An act stands for kinds of claim. One that asserts such a kind speaks for the act. A kind may also stand for itself.\n'
  const header = [
    row(['act', 'claims of these kinds speak for it', 'these against it', 'counts when done by']),
    '|---|---|---|---|',
  ]
  return ['## Acts\n', intro, ...header, ...rows, ''].join('\n')
}

function kindsSection(): string {
  const rows = KIND_NAMES.map((kind) => {
    const { family, aspect, cameo, plover, acled } = kindEntry(kind)
    return row([`\`${kind}\``, family, aspect, cameo, plover, acled ?? 'has none'])
  })
  const header = [row(['kind', 'family', 'aspect', 'CAMEO', 'PLOVER', 'ACLED']), '|---|---|---|---|---|---|']
  return ['## Kinds of claim\n', ...header, ...rows, ''].join('\n')
}

function coded(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ')
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

if (import.meta.main) {
  writeFileSync(PAGE, languageReference(readFileSync(new URL('cheat-sheet.md', LANGUAGE), 'utf8')))
  console.log('docs/language/reference.md is written')
}
