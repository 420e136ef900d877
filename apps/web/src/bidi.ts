// Marks around a name, a code or a number inside a sentence that may run the other way, so that neither turns the other.
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

export function isolate(text: string | number): string {
  return `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`
}
