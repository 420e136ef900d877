// What the agreement lets be done in a case, asked before it is written.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute, MinuteOf } from '@trucekeeper/claims'
import { listed, refuserFor, strangers, type MinuteRefusal } from '../refusal.ts'
import { refusedTakingBack, refusedWord } from './joint-rules.ts'
import { deedOf, holdersOf, type Deed, type Word } from './joint.ts'
import { clauseOf, isBreakable, namedBy, procedureFor } from './procedure.ts'
import { wantedFor, type Docket, type Running } from './open-cases.ts'

/** Refusals of a minute about cases as they stand before it; none for one that is about nothing of them. */
export function refusedInCase(agreement: Agreement, docket: Docket, minute: Minute): readonly MinuteRefusal[] {
  switch (minute.does) {
    case 'open-case':
      return refusedOpening(agreement, docket, minute)
    case 'relate-cases':
      return minute.cases.flatMap((name) => (docket.cases.has(name) ? [] : [noCase(name)]))
    case 'visit':
      return refusedVisit(agreement, docket, minute)
    case 'case-step':
    case 'case-finding':
    case 'case-reply':
    case 'case-measure':
    case 'close-case':
    case 'joint-finding':
    case 'joint-measure':
    case 'joint-closing':
    case 'take-back': {
      const running = docket.cases.get(minute.case)
      if (running === undefined) return [noCase(minute.case)]
      const refuse = refuserFor(running.procedure)
      if (running.closing !== null)
        return [refuse('case-closed', `\`${minute.case}\` is closed`, 'open another case, and relate the two')]
      const unknown = strangers(agreement, [minute.of].flat(), running.procedure)
      return unknown.length > 0 ? unknown : refusedGoingOn(agreement, running, minute)
    }
    default:
      return []
  }
}

type GoingOn = MinuteOf<'case-step' | 'case-reply' | 'take-back'> | Deed | Word

function refusedGoingOn(agreement: Agreement, running: Running, minute: GoingOn): readonly MinuteRefusal[] {
  switch (minute.does) {
    case 'case-step':
      return refusedStep(running, minute)
    case 'case-finding':
      return [...refusedFinding(running, minute), ...refusedSpeaking(running, minute)]
    case 'case-reply':
      return refusedReply(agreement, running, minute)
    case 'case-measure':
      return refusedMeasure(running, minute)
    case 'close-case':
      return refusedClosing(running, minute)
    case 'joint-finding':
    case 'joint-measure':
    case 'joint-closing':
      return refusedWord(running, minute, refusedDeed(running, minute), agreement.zone)
    case 'take-back':
      return refusedTakingBack(running, minute, agreement.zone)
  }
}

/** What all would do together, each by its own hand. */
function refusedDeed(running: Running, word: Word): readonly MinuteRefusal[] {
  const deed = deedOf(word, [...new Set([...holdersOf(running, word), word.of])])
  switch (deed.does) {
    case 'case-finding':
      return refusedFinding(running, deed)
    case 'case-measure':
      return refusedMeasure(running, deed)
    case 'close-case':
      return refusedClosing(running, deed)
  }
}

function refusedOpening(agreement: Agreement, docket: Docket, minute: MinuteOf<'open-case'>): readonly MinuteRefusal[] {
  const clause = clauseOf(agreement, minute.clause)
  const unknown = strangers(agreement, [minute.of, minute.accused], clause)
  if (unknown.length > 0) return unknown
  if (clause === null || !isBreakable(clause)) {
    const fits = agreement.ruled.filter(isBreakable).map(({ id }) => id)
    return [
      refuserFor(clause)(
        'clause-unknown',
        clause === null ? `the agreement has no clause \`${minute.clause}\`` : `nobody can break \`${minute.clause}\``,
        `name the duty or the ban that is said to be broken: ${listed(fits, 'or')}`,
      ),
    ]
  }
  const refuse = refuserFor(clause)
  if (docket.cases.has(minute.case))
    return [refuse('case-there-already', `there is a case \`${minute.case}\` already`, 'give this one another name')]
  if (!clause.debtors.includes(minute.accused))
    return [
      refuse(
        'accused-not-bound',
        `\`${clause.id}\` does not bind \`${minute.accused}\``,
        `it binds ${listed(clause.debtors)}`,
      ),
    ]
  if (procedureFor(agreement, clause) === null)
    return [
      refuse(
        'no-procedure',
        'the agreement has no procedure for a breach',
        'add a clause `procedure` and name it in `on-breach`',
      ),
    ]
  return []
}

function refusedStep(running: Running, { stage, step, of }: MinuteOf<'case-step'>): readonly MinuteRefusal[] {
  const refuse = refuserFor(running.procedure)
  if (stage === 'closed' || stage === 'party_responded')
    return [
      refuse(
        'stage-of-its-own',
        `a case is not brought to \`${stage}\` by a step`,
        stage === 'closed' ? 'close it, with an outcome and a reason' : 'write the reply itself down',
      ),
    ]
  const named = namedBy(running.procedure)
  if (step === null) {
    if (named.includes(of)) return []
    return [refuse('step-of-another', `the procedure names no \`${of}\``, `its steps are for ${listed(named)}`)]
  }
  return refusedAtStep(running, step, [of])
}

/** Whether those may do the step at all. */
function refusedAtStep(running: Running, step: number, of: readonly string[]): MinuteRefusal[] {
  const refuse = refuserFor(running.procedure)
  const asked = running.steps[step - 1]
  if (asked === undefined)
    return [refuse('step-unknown', `the procedure has no step \`${step}\``, `it has ${running.steps.length} steps`)]
  const stranger = of.find((id) => !asked.who.includes(id))
  if (stranger === undefined) return []
  return [
    refuse(
      'step-of-another',
      `step ${step}, \`${asked.does}\`, is not for \`${stranger}\``,
      `it is for ${listed(asked.who, asked.needs === 'any' ? 'or' : 'and')}`,
    ),
  ]
}

function refusedFinding(running: Running, minute: MinuteOf<'case-finding'>): readonly MinuteRefusal[] {
  const refuse = refuserFor(running.procedure)
  const { assessors, opening } = running
  const stranger = minute.of.find((id) => !assessors.includes(id))
  if (stranger !== undefined)
    return [
      refuse(
        'finding-of-another',
        `\`${stranger}\` assesses nothing under the procedure`,
        `those who assess are ${listed(assessors)}`,
      ),
    ]
  const refusals = minute.step === null ? [] : refusedAtStep(running, minute.step, minute.of)
  if (minute.finding === 'falsely_attributed' && minute.actor === opening.accused)
    refusals.push(
      refuse(
        'wrong-actor-unnamed',
        `a finding of another actor names \`${opening.accused}\`, who is accused`,
        'name whoever it was, or leave the actor out where it is not known',
      ),
    )
  const missing = assessors.filter((id) => !minute.of.includes(id))
  if (minute.of.length > 1 && missing.length > 0)
    refusals.push(
      refuse(
        'finding-not-joint',
        `it is not joint without ${listed(missing)}`,
        'let each find for itself, or all of them together',
      ),
    )
  return refusals
}

/** One pen could write the other's name: a joint finding in one minute says again what each has found for itself. */
function refusedSpeaking(
  { procedure, assessors, findings }: Running,
  minute: MinuteOf<'case-finding'>,
): MinuteRefusal[] {
  if (minute.of.length < 2 || assessors.some((id) => !minute.of.includes(id))) return []
  const unlike = minute.of.filter((id) => {
    const own = findings.findLast(({ of }) => of.length === 1 && of[0] === id)
    return own?.finding !== minute.finding || own.actor !== minute.actor
  })
  if (unlike.length === 0) return []
  return [
    refuserFor(procedure)(
      'finding-not-joint',
      `${listed(unlike)} ${unlike.length === 1 ? 'has' : 'have'} not found \`${minute.finding}\``,
      'propose it, and the other joins in; or enter it once each who assesses has found the same for itself',
    ),
  ]
}

/** The accused speaks for itself, or whoever answers for it does. */
function refusedReply(
  agreement: Agreement,
  running: Running,
  { of }: MinuteOf<'case-reply'>,
): readonly MinuteRefusal[] {
  const { accused } = running.opening
  const answering = agreement.actors.find(({ id }) => id === accused)?.answeredBy ?? null
  if (of === accused || of === answering) return []
  return [
    refuserFor(running.procedure)(
      'reply-for-another',
      `\`${of}\` does not reply for \`${accused}\``,
      `the reply is for ${listed(answering === null ? [accused] : [accused, answering], 'or')}`,
    ),
  ]
}

function refusedMeasure(running: Running, minute: MinuteOf<'case-measure'>): readonly MinuteRefusal[] {
  const refuse = refuserFor(running.procedure)
  const { steps, procedure } = running
  const open = (before: number) => steps.find((step) => step.number < before && wantedFor(running, step).length > 0)
  if (minute.step === null) {
    const deciding = procedure.decides?.who.map(({ id }) => id) ?? []
    if (procedure.follows === null || deciding.length === 0)
      return [
        refuse(
          'step-unknown',
          'the procedure names no measure but its steps',
          'say with a number which of its steps this is',
        ),
      ]
    const refusals = whoDecides(running, minute.of, 'measure-of-another')
    const undone = open(Infinity)
    return undone ? [...refusals, tooEarly(running, undone)] : refusals
  }
  const refusals = refusedAtStep(running, minute.step, minute.of)
  const asked = steps[minute.step - 1]
  if (asked === undefined) return refusals
  const missing =
    procedure.steps[minute.step - 1]!.actor.how === 'jointly' ? asked.who.filter((id) => !minute.of.includes(id)) : []
  if (missing.length > 0)
    refusals.push(
      refuse(
        'measure-of-another',
        `it is to be taken jointly, and ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`,
        `it is for ${listed(asked.who)} together`,
      ),
    )
  const undone = open(minute.step)
  return undone ? [...refusals, tooEarly(running, undone)] : refusals
}

function tooEarly(running: Running, undone: Running['steps'][number]): MinuteRefusal {
  return refuserFor(running.procedure)(
    'measure-before-means',
    `step ${undone.number}, \`${undone.does}\`, comes first`,
    `it is still wanted of ${listed(wantedFor(running, undone))}`,
  )
}

function refusedClosing(running: Running, minute: MinuteOf<'close-case'>): readonly MinuteRefusal[] {
  const refusals = whoDecides(running, minute.of, 'closed-by-another')
  const asked =
    running.replies.length > 0 || running.stepped.some(({ stage }) => stage === 'tasked' || stage === 'sent_to_parties')
  if (asked) return refusals
  const { accused } = running.opening
  return [
    ...refusals,
    refuserFor(running.procedure)(
      'closed-unasked',
      `\`${accused}\` was not asked`,
      'ask it first (a step to the stage `tasked`), or send it the findings (`sent_to_parties`)',
    ),
  ]
}

function whoDecides(
  running: Running,
  of: readonly string[],
  code: 'closed-by-another' | 'measure-of-another',
): MinuteRefusal[] {
  const { decides } = running.procedure
  const deciding = decides?.who.map(({ id }) => id) ?? running.assessors
  const all = decides !== null && decides.how !== 'any'
  const stranger = of.find((id) => !deciding.includes(id))
  const missing = all ? deciding.filter((id) => !of.includes(id)) : []
  if (stranger === undefined && missing.length === 0) return []
  return [
    refuserFor(running.procedure)(
      code,
      stranger !== undefined ? `\`${stranger}\` does not decide` : `it is not decided without ${listed(missing)}`,
      `${listed(deciding, all ? 'and' : 'or')} ${all && deciding.length > 1 ? 'decide, together' : 'decides'}`,
    ),
  ]
}

function refusedVisit(agreement: Agreement, docket: Docket, minute: MinuteOf<'visit'>): readonly MinuteRefusal[] {
  const running = minute.case === null ? null : docket.cases.get(minute.case)
  const procedure = running?.procedure ?? null
  const unknown = strangers(agreement, [minute.of, minute.denied_by], procedure)
  if (unknown.length > 0) return unknown
  if (running === undefined) return [noCase(minute.case!)]
  if (minute.outcome === 'done' || minute.reason !== null) return []
  return [
    refuserFor(procedure)(
      'visit-unexplained',
      `a visit that was \`${minute.outcome}\` has no reason`,
      'say the reason that was given, or that none was given',
    ),
  ]
}

const noCase = (name: string): MinuteRefusal =>
  refuserFor(null)(
    'case-unknown',
    `there is no case \`${name}\` by then`,
    'open it first, or look at its name: `truce case list DIR`',
  )
