// The words of a sentence that make or unmake an obligation: numbers, modal words and negations.
const WORDS = new Set(
  (
    'shall must may can could should would will might need ought not no none never neither nor cannot without unless until except only ' +
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half'
  ).split(' '),
)
const WORD = /\d+(?:[.,:/-]\d+)*|\p{L}+(?:['’]t\b)?/gu

/** In the order of the text, in lower case; English words and digits only. */
export function tellingWords(text: string): readonly string[] {
  return (text.toLowerCase().match(WORD) ?? []).filter(
    (word) => /^\d/.test(word) || /['’]t$/.test(word) || WORDS.has(word),
  )
}
