// A committed text of a folder, opened: its sections, their leaves, and what of it may be shown.
import { sectionsOf, type TextSection } from '@trucekeeper/centre'
import { nodeCrypto } from '@trucekeeper/keys'
import { commitSections, type CommittedText, type Section } from '@trucekeeper/merkle'
import { keptText, type KeptText, type VersionOfText } from '@trucekeeper/workspace'
import { NO, Stop } from '../terminal.ts'

export interface OpenText {
  readonly sections: readonly (TextSection & Section)[]
  readonly committed: CommittedText
}

export function openText({ text, key }: Pick<KeptText, 'text' | 'key'>): OpenText {
  const sections = sectionsOf(text).map((section) => {
    const { clauses, isHeading, heading } = section
    return { ...section, names: isHeading ? [heading.at(-1) ?? ''] : clauses }
  })
  return { sections, committed: commitSections(sections, { ...nodeCrypto, key }) }
}

export async function keptTextAt(dir: string, of: VersionOfText): Promise<KeptText> {
  const kept = await keptText(dir, of)
  if (!kept.ok) throw new Stop(kept.message, kept.help, NO)
  if (kept.value !== null) return kept.value
  throw new Stop(
    `no text is kept as version \`${of.version}\` in \`${of.lang}\``,
    `commit to it first: truce publication commit ${dir} --version ${of.version} --lang ${of.lang} --of …`,
    NO,
  )
}
