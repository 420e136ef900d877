// What the reader must know of a language, one field per concern; a language is a folder beside this file.
import type { Kind, Modality, Side } from '@trucekeeper/claims'
import type { Vocabulary } from '../pattern.ts'

/** What a name stands for. A `state` speaks as a whole; a `place` never speaks. */
export type ActorType = 'person' | 'office' | 'state' | 'force' | 'group' | 'agency'

export interface ActorEntry {
  readonly name: string
  readonly side: Side
  readonly type: ActorType
  /** In lower case; a space also matches a hyphen. The name itself is always one. */
  readonly aliases: readonly string[]
  /** Descriptions that mean this person only where the document also gives the name: `the secretary`. */
  readonly titles?: readonly string[]
}

/** A word for a side that makes a noun of office or force into a speaker: `russian` officials, `rebel` commander. */
export interface Nation {
  readonly side: Side
  readonly words: readonly string[]
}

export interface PlaceEntry {
  readonly name: string
  readonly aliases: readonly string[]
  /** A country in which the documents' conflict may be; nothing else is taken for the theatre. */
  readonly theatre?: boolean
  /** The adjective that points to the theatre: `syrian`. */
  readonly adjective?: string
  /** The theatre it lies in. */
  readonly within?: string
  /** Its code in the boundary set, where a gazetteer knows one. */
  readonly pcode?: string | null
  /** A word that is also a government: a place only after a preposition of place. */
  readonly capital?: boolean
}

export interface KindRule {
  readonly kind: Kind
  /** Where several kinds fit one clause the higher rank stands. */
  readonly rank: number
  readonly says: readonly string[]
  /** The pattern itself says no: `failure of aid to arrive`. */
  readonly negated?: boolean
  /** Its negations are part of the kind: `no permission` is a denial, not a denial of one. */
  readonly inherent?: boolean
  /** Not said in the outlet's own voice, where it is background. */
  readonly attributedOnly?: boolean
}

export type SpeechMood = 'said' | 'demanded' | 'threatened' | 'denied' | 'accused' | 'planned' | 'concern' | 'recorded'

export interface SpeechVerb {
  readonly forms: readonly string[]
  readonly mood: SpeechMood
  /** Whether its words are a clause (`said that …`), an object quoted with the verb, or either. */
  readonly takes: 'clause' | 'object' | 'either'
  /** Takes a hearer: `told Lavrov that …`. */
  readonly hearer?: boolean
  /** Can stand before its subject: `… , said Kirby`. */
  readonly inverts?: boolean
  /** A state of mind rather than an act of speech: counts only where nobody else is speaking. */
  readonly attitude?: boolean
}

export interface ModalityRule {
  readonly modality: Modality
  readonly says: readonly string[]
  readonly negated?: boolean
}

export interface FigureNoun {
  readonly words: string
  readonly unit: string
  readonly what?: string
}

/** Words around quoted speech, each list in lower case. */
export interface Quoting {
  /** Verbs of speech: base, third person, past and participle between slashes. */
  readonly verbs: readonly string[]
  /** Verbs that tell of speech only where a quotation stands close by. */
  readonly nearby: readonly string[]
  /** What may stand between a speaker and the verb. */
  readonly auxiliaries: readonly string[]
  /** Forms that turn a verb of speech on its subject: `was told`. */
  readonly passive: readonly string[]
  readonly pronouns: Readonly<Record<string, 'male' | 'female' | 'several' | 'self' | 'thing' | 'relative'>>
  /** Words at which a clause opens. */
  readonly openings: readonly string[]
  readonly conjunctions: readonly string[]
  /** Words that open a circumstance: `in Geneva`, `asked about it`. */
  readonly prepositions: readonly string[]
  readonly articles: readonly string[]
  /** Words at which a speaker named after the verb ends. */
  readonly stopsAfter: readonly string[]
  readonly finite: readonly string[]
  /** Words that look like verbs in the past and are none. */
  readonly notFinite: readonly string[]
  /** Titles and callings that stand with a name. */
  readonly titles: readonly string[]
  readonly maleTitles: readonly string[]
  readonly femaleTitles: readonly string[]
  /** Several persons without a name. */
  readonly people: readonly string[]
  /** Bodies and writings that speak. */
  readonly bodies: readonly string[]
  /** Nouns for what somebody says: `his pledge`. */
  readonly sayings: readonly string[]
  /** Words before a quotation that is a title or a name. */
  readonly works: readonly string[]
  readonly names: { readonly male: readonly string[]; readonly female: readonly string[] }
  /** Words with a capital that begin no name. */
  readonly notNames: readonly string[]
  /** Words that show a name to be of a body or a place. */
  readonly organisations: readonly string[]
}

export interface Language {
  readonly code: string
  readonly vocabulary: Vocabulary
  readonly abbreviations: readonly string[]
  readonly openers: readonly string[]
  readonly furniture: {
    readonly lines: readonly string[]
    readonly tail: readonly string[]
    readonly bylines: readonly string[]
    readonly captions: readonly string[]
    readonly datelines: string
  }
  readonly actors: readonly ActorEntry[]
  readonly nations: readonly Nation[]
  readonly ranks: string
  readonly roles: string
  readonly speakingNouns: string
  readonly relayNouns: string
  readonly grammar: {
    /** What may stand between a subject and its verb of speech. */
    readonly auxiliary: RegExp
    readonly finite: RegExp
    readonly verb: RegExp
    /** Words and marks at which a clause opens; global. */
    readonly boundary: RegExp
    /** When, where and how something was said: `in a statement on Friday`. */
    readonly circumstance: RegExp
    readonly hearerEnd: RegExp
    /** `could not`, before a verb of speech. */
    readonly notSaid: RegExp
    readonly pronoun: RegExp
  }
  readonly places: readonly PlaceEntry[]
  readonly kinds: readonly KindRule[]
  readonly speech: readonly SpeechVerb[]
  /** Absent in a language whose quotations are read by its verbs of speech alone. */
  readonly quoting?: Quoting
  readonly modality: readonly ModalityRule[]
  readonly negation: { readonly words: string; readonly not: string; readonly subordinate: string }
  readonly figures: {
    readonly words: Readonly<Record<string, number>>
    readonly qualifiers: Readonly<Record<string, 'low' | 'high' | 'about'>>
    readonly nouns: readonly FigureNoun[]
  }
}
