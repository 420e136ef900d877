// A word of a name as what it may sound like: its consonants, and the vowels between them where they are written.
import { ARABIC, CYRILLIC, LATIN, spelt } from './letters.ts'

export interface Sounds {
  /** Of each consonant all that it may be. */
  readonly consonants: readonly string[]
  /** Before, between and after the consonants, as they are written; empty where nothing is. */
  readonly vowels: readonly string[]
  readonly script: Script
}

export type Script = 'Arabic' | 'Cyrillic' | 'Latin'

export function scriptOf(word: string): Script {
  if (/\p{Script=Arabic}/u.test(word)) return 'Arabic'
  return /\p{Script=Cyrillic}/u.test(word) ? 'Cyrillic' : 'Latin'
}

/** Short vowels are not written in Arabic; those of names that differ in nothing else are known. */
const VOCALISED: Readonly<Record<string, string>> = {
  محمد: 'muhammad',
  محمود: 'mahmud',
  احمد: 'ahmad',
  حامد: 'hamid',
  حمد: 'hamad',
  حسن: 'hasan',
  حسين: 'husayn',
  علي: 'ali',
  عمر: 'umar',
  عمرو: 'amr',
  عامر: 'amir',
  عثمان: 'uthman',
  خالد: 'khalid',
  ابراهيم: 'ibrahim',
  يوسف: 'yusuf',
  مصطفي: 'mustafa',
  عبدالله: 'abdlah',
  عبدلله: 'abdlah',
  عبدله: 'abdlah',
  طه: 'taha',
}

/** Spellings that are further from each other than any rule brings together. */
const SAME: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'muhammad mehmet mehmed mehamed mohd magomed magomet mahomet muhamet мехмет мехмед магомед магомет',
    'yusuf youssef yousef yousuf yussef josef joseph iosif yosef иосиф юзеф',
    'ahmad ahmet achmat',
    'ibrahim brahim abraham avraam авраам',
    'husayn oussein gusein гусейн усейн',
    'mustafa mustapha moustapha',
  ].flatMap((line) => {
    const [name, ...others] = line.split(' ')
    return others.map((other) => [other, name!] as const)
  }),
)

/** Ways of reading a word. Most words have one. */
export function readingsOf(word: string): readonly Sounds[] {
  const script = scriptOf(word)
  const known = VOCALISED[word.replace('ى', 'ي')] ?? SAME[word]
  if (known !== undefined) return variantsOf(known, 'Latin').map((text) => ({ ...soundsIn(text), script: 'Latin' }))
  return variantsOf(word, script).map((text) => ({ ...soundsIn(text), script }))
}

/** Each in the letters of `LATIN` and its like. */
function variantsOf(word: string, script: Script): readonly string[] {
  if (script === 'Arabic') {
    // A first alif bears any vowel; a last h may be the feminine ending; Arabic has no letter for ch and writes two.
    return [...new Set([word, word.replaceAll('تش', 'چ')])].flatMap((one) => {
      const text = spelt(one, ARABIC).replace(/^a/, '*')
      return [...new Set([text, text.replace(/(?:H|a|aH)$/, 'a'), text.replace(/(?<=[A-Z\]])u$/, '')])]
    })
  }
  if (script === 'Cyrillic')
    return spelt(word, CYRILLIC).includes('v') ? asV(spelt(word, CYRILLIC)) : [spelt(word, CYRILLIC)]
  // A last h is how some write the feminine ending, a last e is silent in French, -off is -ov, a last t may be a d and in German
  // a first s a z; in French the u of gu is silent.
  const spellings = new Set([word, word.replace(/(?<=[aeiou])h$/, '')])
  // Each spelling that is added is looked at in its turn.
  for (const one of spellings) {
    if (/[^aeiou]e$/.test(one)) spellings.add(one.slice(0, -1))
    // South Slavic -ić without its mark.
    if (/[a-z]{2}ic$/.test(one)) spellings.add(`${one}h`)
    if (/(?<!d)j/.test(one)) spellings.add(one.replaceAll(/(?<!d)j/g, 'y'))
    // Is-haq, Az-har: two letters that stand beside each other, and no sign for one sound.
    if (/[skgtdz]h/.test(one)) spellings.add(one.replaceAll(/(?<=[skgtdz])h/g, '|h'))
  }
  return [...spellings].flatMap((one) => {
    const ending = one
      .replace(/(?<=[oe])ff$/, 'v')
      .replace(/d?t$/, 'δ')
      .replace(/^s(?=[aeiouy])/, 'ζ')
      .replaceAll(/gu(?=[ei])/g, 'g')
    const text = spelt(ending, LATIN).replace('δ', '[TD]').replace('ζ', '[SZ]')
    return text.includes('v') ? asV(text) : [text]
  })
}

/** What v and w stand for: half a vowel in Arabic names, a consonant in others. */
const asV = (text: string) => [text.replaceAll('v', 'u'), text.replaceAll('v', 'F')]

function soundsIn(text: string): Pick<Sounds, 'consonants' | 'vowels'> {
  const consonants: string[] = []
  const vowels = ['']
  for (const [letter] of text.matchAll(/\[[A-Z]+\]|[A-Z]|[a-z*]/g)) {
    const consonant = /[A-Z]/.test(letter) ? letter.replaceAll(/[[\]]/g, '') : null
    if (consonant === null) vowels[vowels.length - 1] += letter
    // Doubled letters are not written everywhere.
    else if (consonants.at(-1) !== consonant || vowels.at(-1) !== '') {
      consonants.push(consonant)
      vowels.push('')
    }
  }
  return { consonants, vowels }
}

/** Whether two words may be spellings of one. It does not matter which is asked about first. */
export function alike(one: readonly Sounds[], other: readonly Sounds[]): boolean {
  return one.some((a) => other.some((b) => soundAlike(a, b)))
}

function soundAlike(one: Sounds, other: Sounds): boolean {
  const { length } = one.consonants
  if (length === 0 || length !== other.consonants.length) return false
  if (!one.consonants.every((may, at) => share(may, other.consonants[at]!))) return false
  return one.vowels.every((written, at) => {
    const also = other.vowels[at]!
    if (at === 0) return sameBeginning(written, also)
    if (at === length) return sameEnd(written, also)
    return sameBetween(written, one.script, also, other.script)
  })
}

const share = (one: string, other: string) => [...one].some((sound) => other.includes(sound))

/** What a written vowel may stand for. */
const VOWELS: Readonly<Record<string, string>> = { a: 'a', e: 'ai', i: 'i', o: 'ua', u: 'u', y: 'ai', '*': 'aiu' }
const heard = (written: string) => [...written].map((vowel) => VOWELS[vowel] ?? '').join('')

/** A name begins with a vowel or it does not. */
function sameBeginning(one: string, other: string): boolean {
  return one === '' || other === '' ? one === other : share(heard(one), heard(other))
}

/** Zarqa is not Zarqi nor Zarqawi, Sulayman not Sulaymani: what a name ends in is written in every script. */
function sameEnd(one: string, other: string): boolean {
  const [a, b] = [one.replaceAll('*', ''), other.replaceAll('*', '')]
  if (a === '' || b === '') return a === b
  return share(heard(a.at(-1)!), heard(b.at(-1)!)) && hasGlide(a) === hasGlide(b)
}

/** Whether a w stands before the last vowel: Alawi is not Ali. */
const hasGlide = (written: string) => /[uo]/.test(written.replaceAll(/[uo]{2,}/g, 'u').slice(0, -1))

/** Short vowels are not written in Arabic and are written in many ways elsewhere; long ones and double ones are there. */
function sameBetween(one: string, script: Script, other: string, otherScript: Script): boolean {
  const [a, b] = [one, other].map((written) => written.replaceAll('*', '')) as [string, string]
  const unknown = one !== a || other !== b
  if (a !== '' && b !== '') return share(heard(a), heard(b))
  const [written, where] = a === '' ? [b, otherScript] : [a, script]
  if (written === '' || unknown) return true
  const against = a === '' ? script : otherScript
  if (where === 'Arabic') return !/[iu]/.test(written)
  return against !== 'Arabic' || !/[ae][iuy]/.test(written)
}
