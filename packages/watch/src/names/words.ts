// The words of a name that tell who it is: without particles, titles and marks, and with what is one name written in one.
import { LOOKS_CYRILLIC, LOOKS_LATIN, MARKED, spelt } from './letters.ts'

export interface NameWord {
  /** As it was written, in small letters and without marks. */
  readonly written: string
  /** What is compared. */
  readonly bare: string
}

const setOf = (words: string) => new Set(words.split(' '))

const PARTICLES = setOf(
  'al el ul il ad as ash an ar at az ed es esh ech en er et ez ud us ur un uz l bin ibn ben bint binti ould wald ' +
    'abu abou abo aboo abi bu bou umm oum um om ' +
    'аль ал эль эл ад ас аш ан ар ат аз эд эс эш эн эр эт эз уд ус ур ун уз ибн бин бен бинт абу абуль умм оглы кызы улд ' +
    'ال بن ابن بنت ولد ابو ابا ابي ام',
)

/** What somebody is called by rank or office, and is not their name. */
const TITLES = setOf(
  'sheikh shaikh shaykh sheik cheikh scheich mullah mulla mollah maulavi mawlawi maulana haji hajji hadji hajj dr mr mrs prof imam sayyid seyyed ' +
    'шейх мулла маулави хаджи доктор имам сейид г-н الشيخ شيخ الملا ملا الحاج حاج الدكتور دكتور السيد سيد الامام',
)

const SERVANT = /^(?:abd(?:[aeiou]{0,2}l?)?|абд(?:[уэеоа]?л?ь?)?|عبد)$/u
const OF_GOD = /^(?:[aeou]{0,2}ll?ah?|алла[хг]?|улла[хг]?|الله|لله)$/u
/** Ends of family names that are written in one with them or apart. */
const OF_FAMILY = /^(?:zad[ae]h?|zoda|pou?r|pur|nejad|nezhad|nia|заде|зода|пур|нежад|زاده|زادة|پور|بور|نژاد|نيا|نیا)$/u
const OF_FAITH = /^(?:[aeu]{0,2}d{0,2}(?:i|ee|y)n[ea]?|(?:[аеэуи]?д)?дин|الدين|دين)$/u

/** Zakiur Rehman is Zaki-ur-Rehman; Daud Daniel has no article. */
const JOINED_ARTICLE = /(?<=[a-z]{2}[ia])u([rd])[ -]+(?=\1)|(?<=[а-я]{2}[иа])у([рд])[ -]+(?=\2)/g

/** Of one name in no more words than anybody has; the rest is left out. */
const MOST_WORDS = 12

export function wordsOf(name: string): readonly NameWord[] {
  const found: NameWord[] = []
  let servant = ''
  for (const written of plain(name)
    .replaceAll(JOINED_ARTICLE, ' ')
    .split(/[^\p{L}]+/u)) {
    const before = found.at(-1)
    if (written === '') continue
    if (before && servant === '' && (OF_GOD.test(written) || OF_FAITH.test(written) || OF_FAMILY.test(written))) {
      found[found.length - 1] = joined(before, written)
    } else if (SERVANT.test(written)) servant = written
    else if (!PARTICLES.has(written) && !TITLES.has(written)) {
      const word = { written, bare: bareOf(written) }
      found.push(servant === '' ? word : { written: `${servant} ${written}`, bare: servantOf(word.bare) })
      servant = ''
    }
  }
  if (servant !== '') found.push({ written: servant, bare: servant })
  return found.slice(0, MOST_WORDS)
}

/** Small letters without marks, each word in letters of one alphabet. */
function plain(name: string): string {
  const marked = name.normalize('NFKC').toLowerCase()
  return (
    spelt(marked, MARKED)
      .normalize('NFKD')
      // Signs that nobody sees, marks, apostrophes and ʿayn; of й the mark is part of the letter, of ё it is not always written.
      .replaceAll(/\p{Cf}|ـ|[ʹʺʻʼʽʾʿˈ'’‘‛`´′ء]|(?!\u0306)\p{M}/gu, '')
      .replaceAll(/(?<!и)\u0306/gu, '')
      .normalize('NFC')
      .replaceAll(/[أإآٱ]/g, 'ا')
      .replaceAll('ئ', 'ي')
      // Without points it is an a at the end of some names, and an i where points are left out.
      .replaceAll('ی', 'ى')
      .replaceAll(/ى(?=\p{L})/gu, 'ي')
      .replaceAll('ؤ', 'و')
      .replaceAll(/[کڪ]/g, 'ك')
      // In Urdu it is breath, and no sound of its own.
      .replaceAll(/(?<=[بپتٹجچدڈكگ])ھ/gu, '')
      .replaceAll(/[ھہە]/g, 'ه')
      .replaceAll(/\p{L}+/gu, ofOneAlphabet)
  )
}

/** Letters of another alphabet that only look like those of a word are read as its own. */
function ofOneAlphabet(word: string): string {
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  if (latin === 0 || cyrillic === 0) return word
  const looks = latin >= cyrillic ? LOOKS_LATIN : LOOKS_CYRILLIC
  return [...word].map((letter) => looks.get(letter) ?? letter).join('')
}

/** Without what is written in one with it: the article, "father of", and the article after "servant of". */
function bareOf(word: string): string {
  return IN_ONE.reduce((text, [pattern, into]) => text.replace(pattern, into), word)
}

const IN_ONE: readonly (readonly [RegExp, string])[] = [
  [/^ابو(?=\p{L}{3})/u, ''],
  [/^ال(?=\p{L}{3})/u, ''],
  [/^عبدال/u, 'عبد'],
  [/(?<=\p{L}{2})الله$/u, 'له'],
  [/(?<=\p{L}{2})الدين$/u, 'دين'],
  [/^abd[aeiou]{1,2}l(?=[a-z]{3}|[ae]h?$)/u, 'abd'],
  [/^abd[aeiou]{1,2}(?=([a-z])\1|[sc]h)/u, 'abd'],
  [/^абд[уэеоа]л?ь?л(?=[а-я]{2})/u, 'абдл'],
  [/^абд[уэе]ль?(?=[бвгджзкмнпрстфхцчшщ])/u, 'абд'],
  [/^абд[уэеа](?=(\p{L})\1)/u, 'абд'],
  [/^ab(?:u|ou|o)l?(?=[b-df-hj-np-tv-z][a-z]{3})/u, ''],
  [/^абуль?(?=[бвгджзклмнпрстфхцчшщ][а-яё]{3})/u, ''],
  [/^[ae]l(?=[b-df-hj-np-tv-z][a-z]{4})/u, ''],
  [/^[аэ]ль(?=[а-яё]{4})/u, ''],
  [/(?<=[a-z]{3})[aeiou]{1,2}dd?(?:i|ee|y)n[ea]?$/u, 'din'],
  [/(?<=[а-я]{2}[а-яь])[уеэаи]дд?ин$/u, 'дин'],
  [/(?<=[a-z]{3})[aeou]{1,2}ll?(?:ah|a|eh)$/u, 'lah'],
  [/(?<=[а-я]{3})[уаео]лл?а[хг]?$/u, 'ла'],
]

/** "Servant of …" is one name with the word after it, in the script of that word. */
function servantOf(word: string): string {
  if (/\p{Script=Arabic}/u.test(word)) return `عبد${word === 'له' ? 'لله' : word}`
  return /\p{Script=Cyrillic}/u.test(word)
    ? `абд${word.replace(/^[ау]лл/u, 'л')}`
    : `abd${word.replace(/^[aeou]{1,2}ll(?=ah?$)/u, 'l')}`
}

function joined(before: NameWord, written: string): NameWord {
  return { written: `${before.written} ${written}`, bare: `${before.bare}${bareOf(written)}` }
}
