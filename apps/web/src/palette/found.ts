// What the palette offers for some typed words: everything that has all of them, those that begin with them first.

/** What can be found by typing. */
export interface Findable {
  readonly name: string
  readonly kind: string
  /** What else it is found by. */
  readonly also?: string
}

/** A place to go to, by its name and by what kind of place it is. */
export interface Place extends Findable {
  readonly key: string
  readonly to: string
  readonly params?: Readonly<Record<string, string>>
  readonly search?: Readonly<Record<string, string | undefined>>
}

const MOST = 40

/** In the order given where nothing is typed. */
export function placesFor<P extends Findable>(typed: string, places: readonly P[]): P[] {
  const asked = folded(typed).split(/\s+/).filter(Boolean)
  const ranked = places.flatMap((place, index) => {
    const { name, all } = textOf(place)
    if (!asked.every((word) => all.includes(word))) return []
    const [first = ''] = asked
    const rank = name.startsWith(first)
      ? 0
      : name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(first))
        ? 1
        : 2
    return [{ place, rank: asked.length === 0 ? 0 : rank, index }]
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, MOST)
    .map(({ place }) => place)
}

const texts = new WeakMap<Findable, { readonly name: string; readonly all: string }>()

/** Folded once: each letter that is typed asks for the text of all of them. */
function textOf(one: Findable): { readonly name: string; readonly all: string } {
  const known = texts.get(one)
  if (known) return known
  const name = folded(one.name)
  const text = { name, all: `${name} ${folded(one.kind)} ${folded(one.also ?? '')}` }
  texts.set(one, text)
  return text
}

/** Without case, accents and vowel marks, which nobody types in a hurry. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** `2016-09-15 06:30`, `2016-09-15T06:30`, `2016-09-15`: a wall clock as a field has it; midnight where no hour is given. */
export function clockOf(typed: string): string | null {
  const found = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}):(\d{2}))?\s*$/.exec(typed)
  if (!found) return null
  const [, day, hour = '00', minute = '00'] = found
  return `${day}T${hour.padStart(2, '0')}:${minute}`
}
