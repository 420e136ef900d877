// English.
import type { Language } from '../language.ts'
import { ACTORS } from './actors.ts'
import { FIGURES } from './figures.ts'
import { FURNITURE } from './furniture.ts'
import { GRAMMAR } from './grammar.ts'
import { KIND_RULES } from './kinds.ts'
import { MODALITY_RULES, NEGATION } from './modality.ts'
import { NATIONS } from './nations.ts'
import { PLACES } from './places.ts'
import { QUOTING } from './quoting.ts'
import { RANKS, RELAY_NOUNS, ROLES, SPEAKING_NOUNS, SPEECH_VERBS } from './speech.ts'
import { VOCABULARY } from './vocabulary.ts'

export const ENGLISH: Language = {
  code: 'en',
  vocabulary: VOCABULARY,
  abbreviations:
    'mr|mrs|ms|dr|gen|lt|col|maj|capt|cmdr|brig|sgt|adm|prof|sen|rep|gov|st|no|art|para|paras|vs|etc|inc|co|ltd|km|approx|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|e.g|i.e|a.m|p.m|u.s|u.n|u.k|d.c|u.s.a|e.u|dept|est|fig|op|ref|res|corp|jr|sr|rev|sens|reps|calif|fla|ariz|mich|mass|conn|colo|ill|minn|penn|wis|ore|tenn|okla|ph.d'.split(
      '|',
    ),
  openers:
    'the|he|she|it|they|we|i|but|an|these|those|meanwhile|according|however|there|his|her|its|their|both|each|no|moscow|washington|damascus|russia|syria'.split(
      '|',
    ),
  furniture: FURNITURE,
  actors: ACTORS,
  nations: NATIONS,
  ranks: RANKS,
  roles: ROLES,
  speakingNouns: SPEAKING_NOUNS,
  relayNouns: RELAY_NOUNS,
  grammar: GRAMMAR,
  places: PLACES,
  kinds: KIND_RULES,
  speech: SPEECH_VERBS,
  quoting: QUOTING,
  modality: MODALITY_RULES,
  negation: NEGATION,
  figures: FIGURES,
}
