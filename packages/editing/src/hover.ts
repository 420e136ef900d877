// What the word at the cursor says: a name with its declaration and its words, a field, a kind, an act, a rule.
import {
  articleOf,
  fieldsOf,
  KIND_ABOUT,
  namesOf,
  READS,
  sentenceOf,
  type AnyClause,
  type ClauseKind,
} from '@trucekeeper/agreement'
import type { Range } from '@trucekeeper/diagnostics'
import { RULES } from '@trucekeeper/lint'
import { rangeIn, type AgreementDocument } from './document.ts'
import { mentionAt } from './names.ts'
import { placeAt } from './place.ts'
import { aboutAct, ATOMS, JOINTS } from './vocabulary.ts'

export interface Hover {
  readonly range: Range
  /** `duty first-convoy`, `field by`, `act attack` */
  readonly title: string
  /** One sentence: what it is called or what it is for. */
  readonly about: string
  /** The headings above the declaration, outermost first; empty for what is no clause. */
  readonly heading: readonly string[]
  /** The words that were signed, above the declaration. */
  readonly prose: string | null
  /** The declaring clause read back as a sentence. */
  readonly sentence: string | null
}

export function hoverAt(document: AgreementDocument, offset: number): Hover | null {
  const mention = mentionAt(document, offset)
  if (mention?.target) return { range: mention.range, ...declaration(document, mention.target) }
  const place = placeAt(document, offset)
  if (place.kind === 'prose' || place.kind === 'other') return null
  const { start, end } = place
  const word = document.source.slice(start, end)
  const said = (title: string, about: string): Hover => ({
    range: rangeIn(document, start, end),
    title,
    about,
    heading: [],
    prose: null,
    sentence: null,
  })
  switch (place.kind) {
    case 'clause-kind':
      return Object.hasOwn(KIND_ABOUT, word) ? said(word, KIND_ABOUT[word as ClauseKind]) : null
    case 'clause-name': {
      const rule = place.clause.kind === 'accept' ? RULES.find(({ name }) => name === word) : undefined
      return rule ? said(`rule ${rule.name}`, rule.summary) : null
    }
    case 'field-name': {
      const kind = place.clause.kind
      const spec =
        word === 'reads' ? READS : Object.hasOwn(KIND_ABOUT, kind) ? fieldsOf(kind as ClauseKind)[word] : undefined
      return spec ? said(`field ${word}`, `${capital(spec.about)}. Here fits ${spec.reader.expects}.`) : null
    }
    case 'value': {
      const act = aboutAct(word)
      if (act) {
        const against = act.against.length > 0 ? ` Against it speak: ${act.against.join(', ')}.` : ''
        return said(`act ${word}`, `Reports of these kinds speak for it: ${act.speaksFor.join(', ')}.${against}`)
      }
      const isCondition = place.field.name === 'when' || place.field.name === 'after'
      const about = (isCondition && own(ATOMS, word)) || own(JOINTS, word)
      return about ? said(word, `${capital(about)}.`) : null
    }
  }
}

/** What a finding's rule says, or null where the code is none of a rule. */
export function aboutRule(code: string): string | null {
  return RULES.find(({ name }) => name === code)?.summary ?? null
}

/** The hover as Markdown, with the words of the text as quotations. */
export function hoverMarkdown({ title, about, heading, prose, sentence }: Hover): string {
  const parts = [`**${title}**${about ? ` · ${about}` : ''}`]
  if (heading.length > 0) parts.push(heading.join(' › '))
  if (sentence) parts.push(sentence)
  if (prose)
    parts.push(
      prose
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
    )
  return parts.join('\n\n')
}

function declaration({ text }: AgreementDocument, clause: AnyClause): Omit<Hover, 'range'> {
  const { kind, id, heading, prose, title, fields } = clause
  const { name, title: long } = fields as { name?: unknown; title?: unknown }
  const called = [title, name, long].find((words) => typeof words === 'string') ?? KIND_ABOUT[kind]
  const article = articleOf(clause)
  return {
    title: `${kind} ${article ? `${article} ` : ''}${id}`,
    about: called,
    heading,
    prose: prose === '' ? null : prose,
    sentence: sentenceOf(clause, namesOf(text.clauses)),
  }
}

function own(words: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
