// Entries that make every table hold something, and text that a database could stumble over.
import { nameAct, nameClaim, nameDocument, nameWithdrawal, type ClaimBody, type Entry } from '@trucekeeper/claims'
import { actEntry, claimEntry, documentEntry, rulingEntry, withdrawalEntry } from '../../faults/sample-entries.ts'

export const claims = (count: number, from = 0) => Array.from({ length: count }, (_, at) => claimEntry(from + at))

/** Taken back in `SOME`. */
export const TAKEN_BACK = claimEntry(2)

export const SOME: readonly Entry[] = [
  ...claims(10),
  actEntry(1),
  documentEntry(1, 'a'.repeat(64)),
  rulingEntry([claimEntry(0).body.id, claimEntry(1).body.id]),
  withdrawalEntry(TAKEN_BACK.body.id, { received_at: '2016-09-20T00:00Z' }),
]

export const HOSTILE_TEXTS: readonly string[] = [
  'nul \u0000 and \\u0000 and \\\u0000',
  "'; drop table claims; --",
  "\" ' ` $1 $$ %s \\ \\\\ E'\\n'",
  '\u202eright to left\u202c قصف السوق שוק',
  'I ı İ i, straße, ǅ, ﬁ, Å',
  '💥👨‍👩‍👧 \u{10ffff} \uffff \ufeff \u00a0\u2028',
  '\t\r\n\u0001\u001f\u007f',
  '{"a":[null,1e999]}\\N\\.',
  'long '.repeat(10_000),
]

/** Each text in every field that takes free text, and numbers and dates at the ends of what a claim can hold. */
export function hostileEntries(): readonly Entry[] {
  return HOSTILE_TEXTS.flatMap((text, at) => {
    const short = text.slice(0, 2_000)
    const plain = claimEntry(at, { quote: text, recorded_by: short })
    const { id: _, ...body } = plain.body
    const extreme: ClaimBody = {
      ...body,
      quote: short,
      doc: short,
      speaker: short,
      via: short,
      outlet: short,
      actor_blamed: short,
      places: [short, short],
      published: '0000-01-01',
      date: '0000/0001',
      end: Number.MAX_SAFE_INTEGER,
      figures: [{ what: short, value: 1e308, low: -1e308, high: 5e-324, unit: short, qualifier: short }],
    }
    const claim: Entry = { ...plain, body: nameClaim(extreme) }
    const { id: _act, ...act } = actEntry(at).body
    const { id: _document, ...document } = documentEntry(at, 'b'.repeat(64)).body
    return [
      plain,
      claim,
      { ...actEntry(at, { received_at: '0000-01-01T00:00Z' }), body: nameAct({ ...act, power: short, length: short }) },
      { ...documentEntry(at, ''), body: nameDocument({ ...document, doc: short, outlet: short, media_type: short }) },
      {
        ...withdrawalEntry(''),
        body: nameWithdrawal({ withdraws: claim.body.id, by: short, reason: short }),
      },
    ]
  })
}
