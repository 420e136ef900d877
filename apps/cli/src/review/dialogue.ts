// The walk through claims as a dialogue of lines: what is asked, and what an answer means. No input or output of its own.
import { didYouMean } from '@trucekeeper/diagnostics'
import {
  FIELD_VALUES,
  fieldText,
  move,
  NOTHING,
  REVIEW_FIELDS,
  type Decision,
  type Move,
  type ReviewField,
  type Walk,
} from '@trucekeeper/claims'

type Phase =
  | { readonly asks: 'choice' }
  | { readonly asks: 'field' }
  | { readonly asks: 'words'; readonly field: ReviewField }
  | { readonly asks: 'reason' }

export interface Dialogue {
  readonly walk: Walk
  readonly phase: Phase
}

export interface Heard {
  readonly dialogue: Dialogue
  /** To be entered before the next line is heard. */
  readonly decision: Decision | null
  /** What is said in answer, where anything is. */
  readonly says: string | null
  /** Whether another claim, or this one changed, is to be shown. */
  readonly isNews: boolean
}

const CHOICES = ['accept', 'correct', 'reject', 'skip', 'quit'] as const
type Choice = (typeof CHOICES)[number]

const HELP = `accept: it says what the document says
correct: change a field first, such as \`c kind shelling\`
reject: it is no claim of the document, such as \`r a headline\`
skip: decide another time
quit: stop here; what was decided is entered already`

export function beginDialogue(walk: Walk): Dialogue {
  return { walk, phase: { asks: 'choice' } }
}

/** The line that asks. */
export function promptOf({ walk, phase }: Dialogue): string {
  switch (phase.asks) {
    case 'choice':
      return `(a)ccept${walk.fields.length > 0 ? ' corrected' : ''}, (c)orrect, (r)eject, (s)kip, (q)uit: `
    case 'field':
      return 'which field? '
    case 'words':
      return `${phase.field} [${walk.draft === null ? '' : fieldText(walk.draft, phase.field)}]: `
    case 'reason':
      return 'why? '
  }
}

/** Hears one line. An empty answer to a question that a choice led to goes back to the choice. */
export function hear(dialogue: Dialogue, line: string): Heard {
  const { phase } = dialogue
  switch (phase.asks) {
    case 'choice':
      return chosen(dialogue, line.trim())
    case 'field':
      return line.trim() === '' ? asking(dialogue, { asks: 'choice' }) : fieldNamed(dialogue, line.trim(), '')
    case 'words':
      return line === '' ? asking(dialogue, { asks: 'choice' }) : wordsGiven(dialogue, phase.field, line)
    case 'reason':
      return line.trim() === '' ? asking(dialogue, { asks: 'choice' }) : made(dialogue, { do: 'reject', reason: line })
  }
}

function chosen(dialogue: Dialogue, line: string): Heard {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(line) ?? []
  const choice = choiceOf(word.toLowerCase())
  if (choice === null) {
    const says = word === '' || word === '?' ? HELP : `\`${word}\` is no answer: ${CHOICES.join(', ')}, or ? for help`
    return { ...asking(dialogue, { asks: 'choice' }), says }
  }
  switch (choice) {
    case 'correct': {
      const [, field = '', words = ''] = /^(\S*)\s*(.*)$/s.exec(rest) ?? []
      return field === ''
        ? { ...asking(dialogue, { asks: 'field' }), says: `fields: ${REVIEW_FIELDS.join(', ')}` }
        : fieldNamed(dialogue, field, words)
    }
    case 'reject':
      return rest === '' ? asking(dialogue, { asks: 'reason' }) : made(dialogue, { do: 'reject', reason: rest })
    case 'accept':
    case 'skip':
    case 'quit':
      // "a truce" may be meant as words of something else; a decision is never guessed.
      return rest === ''
        ? made(dialogue, { do: choice })
        : { ...asking(dialogue, { asks: 'choice' }), says: `\`${choice}\` stands alone: nothing was done` }
  }
}

function choiceOf(word: string): Choice | null {
  return CHOICES.find((choice) => choice === word || choice[0] === word) ?? null
}

function fieldNamed(dialogue: Dialogue, name: string, words: string): Heard {
  const field = REVIEW_FIELDS.find((one) => one === name.replaceAll(/[\s-]/g, '_').toLowerCase())
  if (field === undefined) {
    const meant = didYouMean(name, REVIEW_FIELDS)
    const says = `\`${name}\` is no field${meant ? `; did you mean \`${meant}\`?` : `: ${REVIEW_FIELDS.join(', ')}`}`
    return { ...asking(dialogue, { asks: 'field' }), says }
  }
  return words === '' ? asking(dialogue, { asks: 'words', field }) : wordsGiven(dialogue, field, words)
}

function wordsGiven(dialogue: Dialogue, field: ReviewField, words: string): Heard {
  const values = FIELD_VALUES[field]
  const said = words.trim()
  if (values === undefined || values.includes(said) || (said === NOTHING && field === 'stance'))
    return made(dialogue, { do: 'correct', field, words })
  const meant = didYouMean(said, values)
  const named = said === '?' ? '' : `\`${said}\` is no ${field.replace('_', ' ')}; `
  const says =
    meant && said !== '?'
      ? `${named}did you mean \`${meant}\`? (? lists all)`
      : `${named}there are: ${values.join(', ')}`
  return { ...asking(dialogue, { asks: 'words', field }), says }
}

function made(dialogue: Dialogue, one: Move): Heard {
  const moved = move(dialogue.walk, one)
  if (!moved.ok) {
    const says = moved.refusals.map(({ message, help }) => `${message}; ${help}`).join('\n')
    return { ...asking(dialogue, dialogue.phase), says }
  }
  return { dialogue: beginDialogue(moved.walk), decision: moved.decision, says: null, isNews: true }
}

function asking({ walk }: Dialogue, phase: Phase): Heard {
  return { dialogue: { walk, phase }, decision: null, says: null, isNews: false }
}
