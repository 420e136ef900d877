// The words of a name that tell who it is: without particles, marks and the writing of the article.

const PARTICLES = new Set(
  'al el ul ad as ash an ar at az bin ibn ben bint abu abou abi umm аль ал эль эд ад ас аш ан ар ат аз бин ибн бен бинт абу умм ال بن ابن بنت ابو ابي ام'.split(
    ' ',
  ),
)

/** Names so common that they tell nothing of who somebody is. */
export const COMMON = [
  'muhammad',
  'mahmud',
  'ahmad',
  'hasan',
  'husayn',
  'ali',
  'umar',
  'khalid',
  'ibrahim',
  'yusuf',
  'mustafa',
  'abdallah',
  'abdrahman',
  'abdaziz',
  'said',
  'salih',
  'hamid',
  'karim',
  'fatima',
  'maryam',
  'ivan',
  'sergei',
  'aleksandr',
  'vladimir',
  'john',
  'david',
] as const

export function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFD')
    .replaceAll(/(?!\u0306)\p{M}|ـ|[ʿʾ'’‘`ء]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll(/[ىی]/g, 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll(/ة(?!\p{L})/gu, 'ا')
  const words = plain.split(/[^\p{L}]+/u).filter(Boolean)
  const found: string[] = []
  let servant = ''
  for (const word of words) {
    if (/^(?:abd(?:[aeu]l?)?|абд(?:[уэе]л?ь?)?|عبد)$/u.test(word)) servant = 'abd'
    else if (!PARTICLES.has(word)) {
      // The article is written in one with the word in Arabic.
      const bare = word.replace(/^عبدال/, 'عبد').replace(/^ال(?=\p{L}{3})/u, '')
      found.push(servant === '' ? bare.replace(/^abd[aeu]l(?=[a-z]{3})/, 'abd') : servantOf(bare))
      servant = ''
    }
  }
  return servant === '' ? found : [...found, servant]
}

/** "Servant of …" is one name with the word after it, in the script of that word. */
function servantOf(word: string): string {
  if (/\p{Script=Arabic}/u.test(word)) return `عبد${word}`
  return /\p{Script=Cyrillic}/u.test(word) ? `абд${word}` : `abd${word}`
}
