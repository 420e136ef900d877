// What else a text says than claims: who is quoted, whatever they speak of, and who did what to whom with what.
import { attributions, incidentRolesInText, rolesInText, type Filler, type ReadingLexicon } from '@trucekeeper/reading'
import { printJson, type Terminal } from '../terminal.ts'
import { indented } from './wrap.ts'

interface Text {
  readonly doc: string
  readonly text: string
}

interface How {
  readonly lexicon: Partial<ReadingLexicon>
  readonly json: boolean
}

/** Every quotation and reported sentence with its speaker; null where the text leaves open who speaks. */
export function showSpeech(io: Terminal, texts: readonly Text[], { lexicon, json }: How): void {
  const found = texts.flatMap(({ doc, text }) =>
    attributions(text, lexicon).map(({ kind, quotes, content, speaker, cue, via }) => ({
      doc,
      kind,
      said: text.slice(content.start, content.end),
      start: content.start,
      end: content.end,
      quotes: quotes.map(({ start, end }) => ({ quote: text.slice(start, end), start, end })),
      speaker: speaker && { words: speaker.text, start: speaker.start, end: speaker.end, name: speaker.name },
      cue: cue && { words: cue.text, start: cue.start, end: cue.end },
      via,
    })),
  )
  if (json) printJson(io, found)
  else
    for (const { said, speaker, via } of found) {
      const who = speaker ? (speaker.name ?? speaker.words) : 'speaker not known'
      io.print(indented(`${io.colours.bold(who)}${via ? ` through ${via}` : ''}: “${said}”`, io.width, '  ', ''))
    }
}

/** Those who did violence, what and whom it struck and with what, each once; with `--json` also in the five roles of MUC-4. */
export function showRoles(io: Terminal, texts: readonly Text[], { lexicon, json }: How): void {
  const found = texts.map(({ doc, text }) => ({
    doc,
    ...plainly(rolesInText(text, lexicon)),
    muc4: plainly(incidentRolesInText(text, lexicon)),
  }))
  if (json) printJson(io, found)
  else
    for (const { doc, perpetrator, target, victim, weapon } of found) {
      const roles = { perpetrator, target, victim, weapon }
      io.print(io.colours.bold(doc))
      for (const [role, fillers] of Object.entries(roles))
        for (const { words } of fillers) io.print(indented(`${role}: ${words}`, io.width, '    ', '  '))
    }
}

function plainly<R extends string>(roles: Readonly<Record<R, readonly Filler[]>>) {
  const plain = ({ words, counted, start, end }: Filler) => ({ words, counted, start, end })
  const all = Object.entries<readonly Filler[]>(roles).map(([role, fillers]) => [role, fillers.map(plain)])
  return Object.fromEntries(all) as Record<R, ReturnType<typeof plain>[]>
}
