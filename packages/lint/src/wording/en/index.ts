// English, as agreements are written.
import type { WordingLanguage } from '../language.ts'
import { acts, staying } from './acts.ts'
import { binding, defining, passive } from './binding.ts'
import { later } from './later.ts'
import { again, deadline, extending, ruledOut } from './time.ts'
import { vague } from './vague.ts'

export const en: WordingLanguage = {
  code: 'en',
  vague,
  later,
  binding,
  defining,
  passive,
  deadline,
  extending,
  ruledOut,
  again,
  staying,
  acts,
}
