// What the bytes of a PDF say of it before anything is parsed: what would act by itself, and how often it was changed.

const ACTIVE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['JavaScript', /\/(?:JavaScript|JS)\b/],
  ['an action on opening', /\/(?:OpenAction|AA)\b\s*(?:<<|\d+\s+\d+\s+R)/],
  ['a command to start a program', /\/Launch\b/],
  ['a form that is sent off', /\/SubmitForm\b/],
  ['other files', /\/EmbeddedFiles?\b/],
  ['media or 3D scenes', /\/(?:RichMedia|3D|Movie|Sound)\b/],
]

export function activeContent(source: string): string[] {
  const written = source.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return ACTIVE.filter(([, pattern]) => pattern.test(written)).map(([what]) => what)
}

/** Each saving onto the end adds a mark of its own; a file made for the web has two from the beginning. */
export function revisionsOf(source: string): number {
  const ends = source.match(/startxref\s+\d+\s+%%EOF/g)?.length ?? 0
  return /\/Linearized\b/.test(source.slice(0, 2048)) ? Math.max(1, ends - 1) : ends
}
