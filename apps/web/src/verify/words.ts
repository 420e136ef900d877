// The words of the page that verifies receipts, but for the reasons, which `@trucekeeper/merkle` gives, and what they add up to.
import type { Examined } from '@trucekeeper/merkle'
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en, type VerifyWords } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

/** The page is one file, so that it has all of them. */
export const words = chosen<VerifyWords>({ en, ar, ru, fr })

/** Reasons that say that something is missing, and not that something is wrong. */
const MISSING = new Set(['no-key', 'log-unknown', 'entry-missing', 'no-receipt', 'quorum-missing'])

export type Answer = keyof typeof words.verdict

export function answerOf({ ok, reason = '' }: Examined): Answer {
  return ok ? 'holds' : MISSING.has(reason) ? 'unproved' : 'fails'
}

/** The worst of them. */
export function answerOfAll(items: readonly Examined[]): Answer {
  const answers = items.map(answerOf)
  return answers.includes('fails') ? 'fails' : answers.includes('unproved') ? 'unproved' : 'holds'
}
