// Gates, powers, procedures, and which clause wins: how the arrangement moves on.
import type { EffectOn, Step } from '../../phrases.ts'
import type { Ref } from '../../values.ts'
import type { Called, Names } from '../names.ts'
import type { Phrases } from '../phrases.ts'
import { restsOn } from './bound.ts'
import { condition } from './condition.ts'
import { account, actor, actors, clause, clauseCalled, clauses, group, openWords, subject } from './names.ts'
import { anchorCalled, duration, during } from './times.ts'
import { ifSaid, listed, quoted, sentence } from './words.ts'

const EFFECTS: Readonly<Record<EffectOn['effect'], string>> = {
  trigger: 'trigger',
  suspend: 'suspend',
  resume: 'resume',
  waive: 'waive',
  discharge: 'discharge',
  terminate: 'end',
  extend: 'extend',
  designate: 'designate',
  redraw: 'redraw',
  certify: 'certify',
  decide: 'decide on',
  amend: 'amend',
}

export const CHANGE = {
  gate: ({ id, fields }, names) =>
    sentence(
      `${shut(names.called(id), fields.opens, names)} unless and until ${condition(fields.when, names)}`,
      ifSaid(
        fields.certify,
        ({ who, within }) =>
          `it is for ${group(who, names)} to certify${within ? ` within ${duration(within)}` : ''} that this is so`,
      ),
      ifSaid(fields.reopens, (word) =>
        word === 'never' ? 'once closed it never opens again' : 'once closed it can open again',
      ),
      ifSaid(fields.during, (span) => `this can come about only ${during(span, names)}`),
      ifSaid(fields['decided-by'], (ref) => `${account(ref, names)} decides it`),
      restsOn(fields.touches, names),
    ),
  power: ({ fields }, names) =>
    sentence(
      `${subject(fields['held-by'], 'may', names)} ${effect(fields.effect, names)}${
        fields.when ? `, but only when ${condition(fields.when, names)}` : ''
      }`,
      ifSaid(fields.form, (form) => `the form is ${quoted(form)}`),
      ifSaid(fields.expires, (length) => `the power lapses ${duration(length)} after it could first be used`),
    ),
  procedure: ({ id, fields }, names) =>
    sentence(
      `${clauseCalled(names.called(id))} ${fields.step.length === 0 ? 'has no steps' : `runs so: ${steps(fields.step, names)}`}`,
      ifSaid(fields.decides, (who) => `it is for ${group(who, names)} to decide`),
      ifSaid(fields.follows, (what) => `what follows is ${quoted(what)}`),
      ifSaid(fields.during, (span) => `it is open ${during(span, names)}`),
    ),
  prevails: ({ fields: { wins, over, on } }, names) =>
    sentence(
      `${clause(wins, names)} prevails over ${clauses(over, names)}${on ? ` on the subject of ${quoted(on)}` : ''}`,
    ),
  'open-term': ({ fields: { words, interprets } }, names) =>
    sentence(
      `the words ${quoted(words)} are left open`,
      interprets ? `it is for ${group(interprets, names)} to interpret them` : 'nobody is named to interpret them',
    ),
  reading: ({ fields: { of, by, says } }, names) =>
    sentence(`in the reading of ${actors(by, names)} the open words ${openWords(of, names)} mean ${quoted(says)}`),
} as const satisfies Partial<Phrases>

/** A gate that is called by what it opens keeps it from being; any other is shut to someone who may well be there already. */
function shut(gate: Called, opens: Ref, names: Names): string {
  const bare = ({ words }: Called) => words.toLowerCase().replace(/^the /, '')
  const opened = actor(opens, names)
  return bare(gate) === bare(names.called(opens.id))
    ? `${opened} cannot come into being`
    : `${clauseCalled(gate)} stays shut to ${opened}`
}

/** What a designation designates is a moment; everything else works on clauses. */
function effect({ effect: does, targets }: EffectOn, names: Names): string {
  const spoken = targets.map((ref) => {
    const called = names.called(ref.id)
    return called.kind === 'anchor'
      ? anchorCalled(called) + (ref.article ? ` (article ${ref.article})` : '')
      : clause(ref, names)
  })
  return `${EFFECTS[does]} ${listed(spoken, 'and')}`
}

function steps(all: readonly Step[], names: Names): string {
  const said = all.map(
    ({ actor: who, does, within }, index) =>
      `(${index + 1}) ${subject(who, 'must', names)} ${quoted(does)}${within ? ` within ${duration(within)}` : ''}`,
  )
  return listed(said, 'and')
}
