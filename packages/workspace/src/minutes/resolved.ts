// What a minute rests on, found by its words: claims and acts of reports, earlier minutes by their names, places of quotes.
import type { Entry } from '@trucekeeper/claims'
import type { Dispatch } from '../dispatch.ts'

/** A report as far as minutes rest on it. */
export type Ground = Pick<Dispatch, 'doc' | 'text' | 'entries'>

/** Ids of minutes by what their files call them. */
export type Named = Map<string, string>

interface Wrong {
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly help: string
}

type Path = Wrong['path']
type Written = Readonly<Record<string, unknown>>

/** The same with ids: of `{ doc, words }` a claim's, of `{ doc, power }` an act's, of `{ minute }` an earlier minute's. */
export function resolved(
  body: Written,
  dispatches: readonly Ground[],
  named: Named,
): { readonly value: Record<string, unknown>; readonly wrong: readonly Wrong[] } {
  const wrong: Wrong[] = []
  const fail = (path: Path, message: string, help: string) => {
    wrong.push({ path, message, help })
    return null
  }

  function dispatchCalled(doc: string, path: Path): Ground | null {
    const found = dispatches.filter((one) => one.doc.startsWith(doc))
    const exact = found.find((one) => one.doc === doc)
    if (exact) return exact
    if (found.length === 1) return found[0]!
    const help = 'name a file of `reports/`, or how its name alone begins'
    if (found.length === 0) return fail(path, `no report is called \`${doc}\``, help)
    return fail(path, `${found.length} reports begin with \`${doc}\``, help)
  }

  function claimOf({ doc, words, speaker }: Written, path: Path): string | null {
    const dispatch = dispatchCalled(String(doc), [...path, 'doc'])
    if (!dispatch) return null
    const says = dispatch.entries.flatMap((entry) =>
      entry.type === 'claim' && entry.body.quote.includes(String(words)) ? [entry.body] : [],
    )
    const own = speaker === undefined ? says : says.filter((claim) => claim.speaker === speaker)
    if (own.length === 1) return own[0]!.id
    if (own.length === 0) {
      const read = dispatch.entries.flatMap((entry) => (entry.type === 'claim' ? [`“${entry.body.quote}”`] : []))
      return fail(
        [...path, 'words'],
        `no claim was read from “${String(words)}” in \`${dispatch.doc}\``,
        `there it reads ${read.join(', ') || 'nothing'}`,
      )
    }
    return fail(
      [...path, 'words'],
      `${own.length} claims of \`${dispatch.doc}\` hold “${String(words)}”`,
      `give more of the words, or the speaker: ${own.map((claim) => `\`${claim.speaker}\``).join(', ')}`,
    )
  }

  function actOf({ doc, power }: Written, path: Path): string | null {
    const dispatch = dispatchCalled(String(doc), [...path, 'doc'])
    const found = dispatch?.entries.find(
      (entry): entry is Extract<Entry, { type: 'act' }> => entry.type === 'act' && entry.body.power === power,
    )
    if (!dispatch || found) return found?.body.id ?? null
    return fail(
      [...path, 'power'],
      `\`${dispatch.doc}\` has no act under \`${String(power)}\``,
      'see the lines above it',
    )
  }

  function minuteOf(name: string, path: Path): string | null {
    if (/^min_[0-9a-f]{20}$/.test(name)) return name
    const id = named.get(name)
    if (id !== undefined) return id
    const there = [...named.keys()].map((one) => `\`${one}\``).join(', ')
    return fail(
      [...path, 'minute'],
      `no earlier minute is called \`${name}\``,
      there === '' ? 'give the minute it rests on a name with `as:`' : `those with a name are ${there}`,
    )
  }

  /** An object of a document that quotes it, with the place of its words. */
  function placed(value: Written, path: Path): Written {
    if (typeof value.doc !== 'string') return value
    const dispatch = dispatchCalled(value.doc, [...path, 'doc'])
    if (!dispatch) return value
    const { quote } = value
    if (typeof quote !== 'string' || value.start !== undefined) return { ...value, doc: dispatch.doc }
    const start = dispatch.text.indexOf(quote)
    if (start < 0)
      fail([...path, 'quote'], `\`${dispatch.doc}\` does not say “${quote}”`, 'quote the exact words of the report')
    return { ...value, doc: dispatch.doc, start: Math.max(0, start), end: Math.max(0, start) + quote.length }
  }

  function walk(value: unknown, path: Path): unknown {
    if (Array.isArray(value)) return value.map((one, index) => walk(one, [...path, index]))
    if (typeof value !== 'object' || value === null) return value
    const written = value as Written
    if ('doc' in written && 'words' in written) return claimOf(written, path)
    if ('doc' in written && 'power' in written) return actOf(written, path)
    if (typeof written.minute === 'string') return minuteOf(written.minute, path)
    const parts = Object.entries(placed(written, path)).map(([key, one]) => [key, walk(one, [...path, key])])
    return Object.fromEntries(parts) as Written
  }

  return { value: walk(body, []) as Record<string, unknown>, wrong }
}
