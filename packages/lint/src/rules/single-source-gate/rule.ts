// A gate that hangs on one voice.
import type { Clause, Ref } from '@trucekeeper/agreement'
import { atomsOf } from '../../conditions.ts'
import type { Finding, Rule } from '../../rule.ts'
import { speakersOf, type Speakers } from '../../speakers.ts'
import type { Subject } from '../../subject.ts'

export const rule: Rule = {
  name: 'single-source-gate',
  severity: 'warning',
  engine: 'shape',
  summary: 'Whether a gate opens hangs on the word of one alone.',
  *check(subject) {
    const speakers = speakersOf(subject)
    for (const gate of subject.of('gate')) {
      yield* certifiedByOne(subject, speakers, gate)
      yield* believedOne(subject, speakers, gate)
    }
  },
}

/** One party, or the guarantor of one: a monitor that certifies is what monitors are for. */
function* certifiedByOne({ spot }: Subject, { actor }: Speakers, gate: Clause<'gate'>): Iterable<Finding> {
  const who = gate.fields.certify?.who.who
  if (who?.length !== 1) return
  const one = actor(who[0]!.id)
  if (!one || one.kind === 'body') return
  yield {
    at: spot(gate, 'certify'),
    message: `\`${one.id}\` alone certifies \`${gate.id}\`, and shuts it for everybody by saying nothing`,
    help: 'name a second who may certify it, or say what follows when nobody answers in time',
    clauses: [gate.id],
  }
}

/** The account believes one alone, or of everything that has to be so one alone may speak. */
function* believedOne(subject: Subject, speakers: Speakers, gate: Clause<'gate'>): Iterable<Finding> {
  const { when, 'decided-by': account } = gate.fields
  const trusted = speakers.trusted(account)
  const voices: (readonly string[] | null)[] = []
  for (const { atom } of atomsOf(when)) {
    if (atom.op === 'held' || atom.op === 'count') voices.push(heardOf(subject, atom.measure, trusted))
    else if (atom.op === 'met') voices.push(heardOf(subject, atom.of, trusted))
    else if (atom.op === 'done') voices.push(trusted && [...trusted])
    // What the tables say rests on no report; a moment, a term or another gate on none of its own.
  }
  if (voices.length === 0) return
  const one = voices.map((who) => (who?.length === 1 ? who[0]! : null))
  if (one.some((who) => who === null)) return
  const names = [...new Set(one as string[])]
  const isParty = names.some((id) => speakers.actor(id)?.kind !== 'body')
  const byAccount = trusted?.size === 1
  yield {
    at: subject.spot(gate, byAccount && account ? 'decided-by' : 'when'),
    // One neutral monitor is often all that there is; one side is not.
    ...(!isParty && { severity: 'note' as const }),
    message:
      names.length === 1
        ? `whether \`${gate.id}\` can open is for \`${names[0]}\` alone to say`
        : `each thing that \`${gate.id}\` waits for is for one alone to say: ${names.map((id) => `\`${id}\``).join(', ')}`,
    help: byAccount
      ? 'let the account that decides trust a second, or say what follows when that one does not report'
      : 'let a second attest what it waits for, or say what follows when that one does not report',
    clauses: [gate.id],
  }
}

/** Ids of those whose word counts on a clause by the account that decides the gate; null where it is everybody's. */
function heardOf({ clause }: Subject, { id }: Ref, trusted: ReadonlySet<string> | null): readonly string[] | null {
  const found = clause(id)
  if (found?.kind !== 'measure' && found?.kind !== 'duty' && found?.kind !== 'ban') return null
  const named = (found.kind === 'measure' ? found.fields.reports : found.fields.attest)?.map((ref) => ref.id)
  if (!named) return trusted && [...trusted]
  const heard = trusted ? named.filter((one) => trusted.has(one)) : named
  // Where none of those named is believed, the one who is believed is all that is left.
  return heard.length === 0 && trusted ? [...trusted] : heard
}
