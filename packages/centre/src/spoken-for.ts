// In whose name a minute or an act is: who has to be spoken for by whoever writes it down.

export interface SpokenFor {
  /** `each`: all of them have to be spoken for; `any`: one of them is enough, for it was there. */
  readonly how: 'each' | 'any'
  /** Ids as the agreement names them; none where it is in nobody's name: that is for whoever keeps the minutes for all. */
  readonly ids: readonly string[]
}

/** Of a body as it was offered, before it is read: what is no id is refused by its form. */
export function spokenFor(body: Readonly<Record<string, unknown>>): SpokenFor {
  switch (body.does) {
    case 'call':
      return { how: 'any', ids: idsIn(body.between) }
    case 'publish-version':
      return { how: 'each', ids: idsIn(body.published_by) }
    case 'leak':
      // What leaked is `of` a text, and `by` whom it was is what is alleged.
      return { how: 'each', ids: [] }
    case undefined:
      return { how: 'each', ids: idsIn(body.by) }
    default:
      return { how: 'each', ids: idsIn(body.of) }
  }
}

function idsIn(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : [value]
  return [...new Set(all.filter((one): one is string => typeof one === 'string'))]
}
