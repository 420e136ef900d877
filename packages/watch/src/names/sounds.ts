// A name as what is left of it in any of its spellings: its consonants, and the vowels between them where they are written.

export interface Sounds {
  readonly consonants: string
  /** Before, between and after the consonants: which of a, i, u may stand there; empty where nothing is written. */
  readonly vowels: readonly string[]
}

export type Script = 'Arabic' | 'Cyrillic' | 'Latin'

export function scriptOf(word: string): Script {
  if (/\p{Script=Arabic}/u.test(word)) return 'Arabic'
  return /\p{Script=Cyrillic}/u.test(word) ? 'Cyrillic' : 'Latin'
}

/** Short vowels are not written in Arabic; those of the commonest names are known. */
const VOCALISED: Readonly<Record<string, string>> = {
  محمد: 'muhammad',
  محمود: 'mahmud',
  احمد: 'ahmad',
  حسن: 'hasan',
  حسين: 'husayn',
  علي: 'ali',
  عمر: 'umar',
  عثمان: 'uthman',
  خالد: 'khalid',
  ابراهيم: 'ibrahim',
  يوسف: 'yusuf',
  مصطفي: 'mustafa',
  عبدالله: 'abdlah',
  عبدله: 'abdlah',
}

const ARABIC: readonly (readonly [RegExp, string])[] = pairs(
  'ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z غ gh ف f ق q ك k ل l م m ن n ه h پ b چ ch گ g ڤ f و u ي i ا a',
)
const CYRILLIC: readonly (readonly [RegExp, string])[] = pairs(
  'дж j щ sh ш sh ч ch ж j ц ts а a б b в v г g д d е e ё o з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х h ы i э e ю u я a ь ъ',
)
/** Spellings of one sound, longest first; h stands for the throat sounds that Latin and Cyrillic do not tell apart. */
const FAMILIES: readonly (readonly [RegExp, string])[] = pairs(
  'dzh J dj J sch S sh S ch S kh H gh G th T dh D ph F ck K j J s Z z Z h H g G t T d D f F p B b B k K q K c K x KZ l L m M n N r R',
)

function pairs(text: string): readonly (readonly [RegExp, string])[] {
  const words = text.split(' ')
  const found: (readonly [RegExp, string])[] = []
  for (let at = 0; at < words.length; at += 2) found.push([new RegExp(words[at]!, 'g'), words[at + 1] ?? ''])
  return found
}

const VOWELS: Readonly<Record<string, string>> = { a: 'a', e: 'ai', i: 'i', y: 'i', o: 'u', u: 'u', w: 'u', v: 'u' }

/** `word` is one lower-case word without marks (`wordsOf`). */
export function soundsOf(word: string): Sounds {
  const script = scriptOf(word)
  const latin =
    script === 'Arabic'
      ? (VOCALISED[word] ?? replaced(word, ARABIC))
      : replaced(word, script === 'Cyrillic' ? CYRILLIC : [])
  // A final h is how some write the feminine ending.
  const families = replaced(latin.replace(/(?<=[aeiou])h$/, ''), FAMILIES)
  let consonants = ''
  const vowels = ['']
  for (const letter of families) {
    if (/[A-Z]/.test(letter)) {
      // Doubled letters are not written everywhere.
      if (consonants.endsWith(letter) && vowels.at(-1) === '') continue
      consonants += letter
      vowels.push('')
    } else vowels[vowels.length - 1] += VOWELS[letter] ?? ''
  }
  return { consonants, vowels }
}

/** Whether two words may be spellings of one: the same consonants, and no vowel that speaks against it. */
export function soundAlike(one: Sounds, other: Sounds): boolean {
  if (one.consonants === '' || one.consonants !== other.consonants) return false
  return one.vowels.every((written, at) => {
    const also = other.vowels[at] ?? ''
    return written === '' || also === '' || [...written].some((vowel) => also.includes(vowel))
  })
}

function replaced(word: string, by: readonly (readonly [RegExp, string])[]): string {
  return by.reduce((text, [pattern, into]) => text.replace(pattern, into), word)
}
