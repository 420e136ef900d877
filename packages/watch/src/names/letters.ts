// Letters of three scripts as sounds: a consonant is all it may stand for, a vowel is a small letter.

/**
 * B: b p; D: d, dh; F: f ph v; G: g gh; H: h; J: j dj zh; K: k q; L; M; N; R; S: s; T: t; X: kh; Z: z; C: sh ch. Several in brackets
 * are one consonant that may be any of them. `*` is a vowel of which nothing is known.
 */
export interface Spelling {
  readonly letters: RegExp
  readonly sounds: ReadonlyMap<string, string>
}

export const ARABIC: Spelling = pairs(
  'ب B ت T ث [TS] ج [JG] ح [HX] خ [XH] د D ذ [DZ] ر R ز Z س S ش C ص S ض [DZ] ط T ظ [ZD] غ G ف F ق [KG] ك K ل L م M ن N ه H ة a ' +
    'پ B چ C ژ J گ G ڤ F و u ي i ى y ا a ع *',
)

export const CYRILLIC: Spelling = pairs(
  'дж J тс TS щ C ш C ч C ж J ц TS а a б B в v г [GH] ґ G д D е e ё eo з Z и i і i ї i й i к [KG] л L м M н N о o п B р R с S т T ' +
    'у u ў u ф F х [HX] ы i э e є e ю iu я ia ә a җ J қ [KG] ң N ө o ү u ұ u һ H ғ G ҳ [HX] ӯ u ҷ J',
)

/** Longest first: English, French, German and Turkish ways of writing the same. */
export const LATIN: Spelling = pairs(
  'schtsch C shch C chtch C tsch C dsch J dzh J tch C dj J zh J sch C sh C ch [CXK] kh [XHK] gh [GK] th [TS] dh [DZ] ph F ck K tz TS ' +
    'q [KG] x KS c [KJS] k [KX] g [GJK] j J h [HX] b B p B d D t T f F l L m M n N r R s S z Z y i w v',
)

/** All at once, the earlier in the list first. */
export function spelt(word: string, { letters, sounds }: Spelling): string {
  return word.replace(letters, (found) => sounds.get(found) ?? '')
}

function pairs(text: string): Spelling {
  const words = text.split(' ')
  const sounds = new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]!] as const] : [])))
  return { letters: new RegExp([...sounds.keys()].join('|'), 'g'), sounds }
}

/** Marks over and under Latin letters that tell one sound from another, before all marks are taken off. */
export const MARKED: Spelling = pairs(
  'š sh ş sh ș sh ṣ s č ch ç ch ć ch ž zh ǧ j ğ gh ġ gh ḡ gh ḫ kh ẖ kh ḥ h ṯ th ḏ dh ẓ z ż z đ d ł l ß ss æ ae œ oe ø o ı i þ th ð dh',
)

/** Cyrillic letters beside the Latin ones that they look like. */
const ALIKE = 'аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs'.split(' ')
export const LOOKS_LATIN = new Map(ALIKE.map(([one, other]) => [one!, other!]))
export const LOOKS_CYRILLIC = new Map(ALIKE.map(([one, other]) => [other!, one!]))
