// Possible matches of somebody in a report with people on the list, with their reasons.
import type { ListedName, ListedPerson, SanctionsList } from './list.ts'
import { heardOf, resemblanceOf } from './names/compare.ts'

export interface Reported {
  readonly name: string
  /** A reference number of the list, where the report gives one. */
  readonly reference: string | null
}

export interface PossibleMatch {
  readonly kind: ListedPerson['kind']
  readonly reference: string
  readonly by: 'reference' | 'name'
  /** The listed name it rests on; null where it rests on the number. */
  readonly listed: ListedName | null
  readonly reasons: readonly string[]
  /** The list it was compared with. */
  readonly list_generated: string
}

/** All of them possible, none of them more: that somebody is meant is for a person to say. */
export function possibleMatches(list: SanctionsList, { name, reference }: Reported): readonly PossibleMatch[] {
  const words = heardOf(name)
  return list.people.flatMap((person) => {
    const found = reference === null ? byName(person, words) : byReference(person, reference)
    return found === null
      ? []
      : [{ kind: person.kind, reference: person.reference, ...found, list_generated: list.generated }]
  })
}

function byReference(person: ListedPerson, reference: string) {
  if (person.reference !== reference.trim()) return null
  return { by: 'reference', listed: null, reasons: [`the report gives \`${person.reference}\``] } as const
}

function byName({ names }: ListedPerson, words: ReturnType<typeof heardOf>) {
  for (const listed of names) {
    const found = resemblanceOf(words, heardOf(listed.name))
    if (!found) continue
    return { by: 'name', listed, reasons: [...found.reasons, ...qualityOf(listed)] } as const
  }
  return null
}

export function qualityOf({ quality }: ListedName): readonly string[] {
  return quality === 'low' ? ['the list calls this alias one of low quality'] : []
}
