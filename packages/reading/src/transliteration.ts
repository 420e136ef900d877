// One key for the ways in which Latin letters write an Arabic name, so that no list need hold them all.

/** Articles as they are written before sun and moon letters: `al-`, `ez-`, `ash-`. */
const ARTICLE = /^(?:al|el|ul|ar|er|as|es|ash|esh|ad|ed|an|en|at|et|az|ez|the)$/
/** `Ezzor`, `Arrastan`: the article written into the word, its letter doubled. */
const ASSIMILATED = /^[ae](sh|th|dh|[tdrsznl])\1(?=\p{L}{2})/u
const RULES: readonly (readonly [RegExp, string])[] = [
  // The feminine ending: Raqqa, Raqqah, Hasakeh.
  [/[ae]h$/, 'a'],
  [/ou|oo|au|aw|ow|o/g, 'u'],
  [/ei|ey|ai|ay|ee|ie|iy|ij|y|e/g, 'i'],
  [/aa|ae/g, 'a'],
  [/dj/g, 'j'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/ph/g, 'f'],
  [/[cq](?!h)/g, 'k'],
  [/(\p{L})\1+/gu, '$1'],
]

/** The key of a name in any case: `Deir ez-Zor`, `Deir al-Zour` and `Dayr Ezzor` share one. */
export function transliterationKey(name: string): string {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'\u2018\u2019\u02bf\u02be\u02bc`]/gu, '')
    .split(/[\s-]+/)
    .filter((word) => word !== '')
  const bare = words.filter((word) => !ARTICLE.test(word))
  return (bare.length > 0 ? bare : words).map(wordKey).join('')
}

function wordKey(word: string): string {
  let key = word.length > 4 ? word.replace(ASSIMILATED, '$1') : word
  for (const [from, to] of RULES) key = key.replace(from, to)
  return key
}
