// What only those who owe it, or who gain by it, say of themselves.
import type { Clause, Ref } from '@trucekeeper/agreement'
import { atomsOf } from '../../conditions.ts'
import type { Finding, Rule } from '../../rule.ts'
import { speakersOf, type Speakers } from '../../speakers.ts'
import type { Subject } from '../../subject.ts'

export const rule: Rule = {
  name: 'self-attested-only',
  severity: 'warning',
  engine: 'shape',
  summary: 'Only those who owe it, those who speak for them, or those who gain by it may say that it is so.',
  *check(subject) {
    const speakers = speakersOf(subject)
    for (const clause of [...subject.of('duty'), ...subject.of('ban')]) yield* attested(subject, speakers, clause)
    for (const gate of subject.of('gate')) yield* certified(subject, speakers, gate)
  },
}

function* attested({ spot }: Subject, speakers: Speakers, clause: Clause<'duty'> | Clause<'ban'>): Iterable<Finding> {
  const { attest, on, 'decided-by': account } = clause.fields
  const trusted = speakers.trusted(account)
  const named = attest?.map(({ id }) => id)
  const believed = named ? named.filter((id) => trusted?.has(id) ?? true) : trusted && [...trusted]
  // Where none of those named is believed, what they are to each other is still so.
  const heard = believed?.length === 0 ? named : believed
  if (!heard) return
  const debtors = on.who.map(({ id }) => id)
  const apart = on.how === 'each' ? debtors.map((id) => [id]) : [debtors]
  const owing = apart.find((who) => heard.every((id) => speakers.sideOf(who).has(id)))
  if (!owing) return
  // Two who owe it together and answer to nobody in common can at least contradict one another.
  const isTwoSides = owing.length > 1 && owing.some((id) => !heard.every((one) => speakers.sideOf([id]).has(one)))
  const isByAccount = !named || heard.length < named.length
  const field = isByAccount && account ? 'decided-by' : named ? 'attest' : undefined
  yield {
    at: spot(clause, field),
    ...(isTwoSides && { severity: 'note' as const }),
    message: isTwoSides
      ? `\`${clause.id}\` binds ${say(owing)} together, and only they may say that it is kept`
      : `\`${clause.id}\` binds ${say(owing)}, and only ${say(heard)} may say that it is kept`,
    help: 'add somebody to `attest` who neither owes it nor speaks for those who do, and let the account believe them',
    clauses: [clause.id],
  }
}

function* certified(subject: Subject, speakers: Speakers, gate: Clause<'gate'>): Iterable<Finding> {
  const { certify, when, opens } = gate.fields
  if (!certify) return
  const certifiers = certify.who.who.map(({ id }) => id)
  const side = certifiers.map((id) => speakers.sideOf([id])).find((one) => certifiers.every((id) => one.has(id)))
  if (!side) return
  const at = subject.spot(gate, 'certify')
  const help = 'let somebody else certify it, or both sides jointly'
  if (side.has(opens.id)) {
    yield {
      at,
      message: `only ${say(certifiers)} certifies \`${gate.id}\`, and gains by its opening`,
      help,
      also: [{ range: opens.at, heading: gate.heading, label: 'what opens' }],
      clauses: [gate.id],
    }
    return
  }
  const own = [...atomsOf(when)].flatMap(({ atom, isNot }) => {
    if (isNot) return []
    if (atom.op === 'done') return atom.by && side.has(atom.by.id) ? [atom.by] : []
    const ref = atom.op === 'met' ? atom.of : atom.op === 'cleared' ? atom.duty : null
    if (!ref) return []
    const who = debtorsOf(subject, ref)
    return who.length > 0 && who.every((id) => side.has(id)) ? [ref] : []
  })
  if (own.length === 0) return
  yield {
    at,
    message: `only ${say(certifiers)} certifies \`${gate.id}\`, and its condition is what the same side has to do`,
    help,
    also: own.map(({ at: range }) => ({ range, heading: gate.heading, label: 'what that side has to do' })),
    clauses: [gate.id],
  }
}

/** Who owes what is named; of a part of a clause that binds several, the one it binds. */
function debtorsOf({ clause }: Subject, { id }: Ref): string[] {
  const found = clause(id)
  if (found?.kind !== 'duty' && found?.kind !== 'ban') return []
  const part = id.includes('.') ? id.slice(id.indexOf('.') + 1) : null
  return part === null ? found.fields.on.who.map((ref) => ref.id) : [part]
}

const say = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(' and ')
