// Cases taken forward minute by minute: the state that rules are asked about.
import type { Agreement, Procedure } from '@trucekeeper/agreement'
import { CASE_STAGES, type CaseStage, type Minute, type MinuteOf } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { answer, takeBack, takeWord, type Proposal } from './joint.ts'
import {
  assessorsOf,
  clauseOf,
  isBreakable,
  procedureFor,
  stepsOf,
  type Breakable,
  type ProcedureStep,
} from './procedure.ts'

export interface Running {
  readonly opening: MinuteOf<'open-case'>
  readonly clause: Breakable
  readonly procedure: Procedure
  readonly assessors: readonly string[]
  readonly steps: readonly ProcedureStep[]
  stage: CaseStage
  /** For each step, who did it first when, by which minute. */
  readonly done: Map<number, Map<string, { readonly at: Instant; readonly minute: Minute }>>
  readonly stepped: MinuteOf<'case-step'>[]
  readonly findings: MinuteOf<'case-finding'>[]
  readonly replies: MinuteOf<'case-reply'>[]
  readonly measures: MinuteOf<'case-measure'>[]
  readonly visits: MinuteOf<'visit'>[]
  readonly proposals: Proposal[]
  closing: MinuteOf<'close-case'> | null
}

/** All cases by their names, and what was said of which belong together. */
export interface Docket {
  readonly cases: Map<string, Running>
  readonly relations: MinuteOf<'relate-cases'>[]
  readonly visits: MinuteOf<'visit'>[]
}

export function emptyDocket(): Docket {
  return { cases: new Map(), relations: [], visits: [] }
}

/** Those of whom a step is still wanted. */
export function wantedFor({ done }: Pick<Running, 'done'>, { number, who, needs }: ProcedureStep): readonly string[] {
  const did = done.get(number)
  if (needs === 'any') return did === undefined ? who : []
  return who.filter((id) => !did?.has(id))
}

/** Takes in a minute that the rules let through. */
export function takeForward(agreement: Agreement, docket: Docket, minute: Minute): void {
  if (minute.does === 'open-case') {
    const running = opened(agreement, minute)
    if (running) docket.cases.set(minute.case, running)
    return
  }
  if (minute.does === 'relate-cases') {
    docket.relations.push(minute)
    return
  }
  if (minute.does === 'visit') docket.visits.push(minute)
  if (!('case' in minute) || minute.case === null) return
  const running = docket.cases.get(minute.case)
  if (running === undefined) return
  switch (minute.does) {
    case 'case-step':
      running.stepped.push(minute)
      advance(running, minute.stage)
      if (minute.step !== null) did(running, minute.step, [minute.of], minute)
      return
    case 'case-finding':
      running.findings.push(minute)
      answer(running, minute)
      advance(running, 'investigated')
      if (minute.step !== null) did(running, minute.step, minute.of, minute)
      return
    case 'case-measure':
      running.measures.push(minute)
      answer(running, minute)
      if (minute.step !== null) did(running, minute.step, minute.of, minute)
      return
    case 'case-reply':
      running.replies.push(minute)
      advance(running, 'party_responded')
      return
    case 'close-case':
      running.closing = minute
      answer(running, minute)
      advance(running, 'closed')
      return
    case 'joint-finding':
    case 'joint-measure':
    case 'joint-closing': {
      const deed = takeWord(running, minute)
      if (deed !== null) takeForward(agreement, docket, deed)
      return
    }
    case 'take-back':
      takeBack(running, minute)
      return
    case 'visit':
      running.visits.push(minute)
  }
}

function opened(agreement: Agreement, opening: MinuteOf<'open-case'>): Running | null {
  const clause = clauseOf(agreement, opening.clause)
  if (clause === null || !isBreakable(clause)) return null
  const procedure = procedureFor(agreement, clause)
  if (procedure === null) return null
  return {
    opening,
    clause,
    procedure,
    assessors: assessorsOf(agreement, procedure),
    steps: stepsOf(procedure, parseInstant(opening.at)!, agreement.zone),
    stage: 'received',
    done: new Map(),
    stepped: [],
    findings: [],
    replies: [],
    measures: [],
    visits: [],
    proposals: [],
    closing: null,
  }
}

/** A stage once reached is not left again for an earlier one. */
function advance(running: Running, stage: CaseStage): void {
  if (CASE_STAGES.indexOf(stage) > CASE_STAGES.indexOf(running.stage)) running.stage = stage
}

function did({ done }: Running, step: number, who: readonly string[], minute: Minute): void {
  const by = done.get(step) ?? new Map()
  done.set(step, by)
  for (const id of who) if (!by.has(id)) by.set(id, { at: parseInstant(minute.at)!, minute })
}
