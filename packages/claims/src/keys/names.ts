// Which names can be registered, and which look alike, so that nobody passes for another by a look-alike letter.

const LONGEST = 200
/** Scripts with letters of the same shape: a word in two of them is made to deceive. */
const ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]

/** Why a name cannot be registered, going on from "the name …"; null when it can. */
export function nameFault(name: string): string | null {
  if (name.length === 0 || name.length > LONGEST) return `has ${name.length} characters: give 1 to ${LONGEST}`
  if (!name.isWellFormed() || /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u.test(name))
    return 'is no visible text: leave out what cannot be seen, such as direction marks and joiners'
  if (/^ | $| {2}|[^\P{Z} ]/u.test(name)) return 'has spaces at an end, two together, or unusual ones'
  if (name !== name.normalize('NFC')) return 'is not composed (NFC): type it again on a keyboard'
  if (/\p{M}{3}/u.test(name)) return 'piles up marks on a letter'
  const mixed = name.split(/[^\p{L}\p{M}]+/u).find((word) => ALIKE.filter((script) => script.test(word)).length > 1)
  if (mixed !== undefined) return `mixes alphabets in one word, \`${mixed}\``
  if (looksOf(name).includes('')) return 'has neither a letter nor a digit'
  return null
}

/** Whether two names are one to the eye: in case, accents, spacing, or letters of another alphabet. */
export function lookAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.some((look) => other.includes(look))
}

/**
 * What a name looks like, as skeletons in the manner of UTS #39 over the alphabets that matter here: one of the letters
 * as they stand, one of them in lower case, as Η is a Latin h and η rather an n.
 */
export function looksOf(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replaceAll(/[\p{M}\p{C}\p{Default_Ignorable_Code_Point}\u0640]/gu, '')
  return [...new Set([shape(plain), shape(plain.toLowerCase())])]
}

function shape(text: string): string {
  const letters = [...text].map((letter) => SHAPES.get(letter) ?? letter)
  const lower = letters.join('').toLowerCase()
  return [...lower]
    .map((letter) => SHAPES.get(letter) ?? letter)
    .join('')
    .replaceAll(/[\p{Z}\p{P}\p{S}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
}

/** Letters with what they are drawn like, the likeness last; what it is drawn like itself is looked up in its turn. */
const LIKENESSES = [
  'АΑа\u0251αa',
  'ВΒвβЬьb',
  'СϹсϲᴄc',
  'Ԁԁd',
  'ЕΕеεɛe',
  'ҒϜf',
  'Ԍɡg',
  'НΗнһҺh',
  '1IiІіΙιıӀӏ|l',
  'Јјϳj',
  'КΚкκĸk',
  'МΜмm',
  'ΝпηՈոn',
  '0ОΟоοσՕօסo',
  'РΡрρp',
  'Ԛԛգq',
  'гᴦr',
  'ЅѕՏs',
  'ТΤтτt',
  'υսu',
  'ѴѵνՍv',
  'Ԝԝω\u0448w',
  'ХΧхχx',
  'УΥуγүҮy',
  'Ζz',
  'Зз3',
  'ىیېي',
  'کڪك',
  'ةۃەہه',
]

const SHAPES: ReadonlyMap<string, string> = new Map([
  ...LIKENESSES.flatMap((line) => {
    const letters = [...line]
    const likeness = letters.pop()!
    return letters.map((letter) => [letter, likeness] as const)
  }),
  ...[...'0123456789'].flatMap((digit, value) => [
    [String.fromCharCode(0x660 + value), digit] as const,
    [String.fromCharCode(0x6f0 + value), digit] as const,
  ]),
])
