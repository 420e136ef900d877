// Turns the clauses of a text into an agreement that can be evaluated, or says why it cannot be.
import { hasErrors, sortDiagnostics, type Diagnostic } from '@trucekeeper/diagnostics'
import type { Place } from '@trucekeeper/geo'
import { accountsOf } from './accounts.ts'
import { isKind, type AgreementText, type AnyClause, type Clause } from './ast.ts'
import { diagnostic } from './diagnostic-codes.ts'
import { linkDiagnostics } from './link.ts'
import type { Actor, Agreement, Ruled, Source, SpanRef, Zone } from './model.ts'
import type { Group, SpanOf } from './phrases.ts'
import { refusalOf } from './refusal.ts'
import type { Ref } from './values.ts'
import { zonesOf } from './zones.ts'

/** Places by the name of the file they stand in, as the agreement refers to it. */
export type PlaceFiles = ReadonlyMap<string, readonly Place[]>

export interface Resolved {
  /** Null when there are errors. */
  readonly agreement: Agreement | null
  readonly diagnostics: readonly Diagnostic[]
}

/** Links an agreement's clauses and its places. */
export function resolveAgreement(text: AgreementText, places: PlaceFiles): Resolved {
  const { clauses, file, unsound } = text
  const diagnostics = [...linkDiagnostics(text)]
  const zones = zonesOf(clauses, places, file)
  diagnostics.push(...zones.diagnostics)
  const heads = clauses.filter((clause) => isKind(clause, 'agreement'))
  const [head] = heads
  const unread = heads.length === 0 && (unsound.some(({ kind }) => kind === 'agreement') || isRefused(text))
  if (heads.length !== 1 && !unread) diagnostics.push(headDiagnostic(heads, file))
  if (!head || hasErrors(diagnostics)) return { agreement: null, diagnostics: sortDiagnostics(diagnostics) }
  return { agreement: build(text, head, zones.zones, places), diagnostics: sortDiagnostics(diagnostics) }
}

/** Of a file that is not read at all that is said, and not also that it declares nothing. */
function isRefused({ blocks }: AgreementText): boolean {
  const [only] = blocks
  return blocks.length === 1 && only?.kind === 'markdown' && refusalOf(only.text) !== null
}

function headDiagnostic(heads: readonly Clause[], file: string): Diagnostic {
  const [first, second] = heads
  const help = 'one clause `agreement NAME` says its title, its clock and the account that decides'
  if (!first || !second) {
    const start = { offset: 0, line: 1, column: 1 }
    const place = { range: { start, end: start }, heading: [] }
    return diagnostic('agreement-missing', file, place, 'the text declares no agreement', help)
  }
  const place = { range: second.at, heading: second.heading }
  const declared = { range: first.at, heading: first.heading }
  return diagnostic('agreement-twice', file, place, 'the text declares more than one agreement', help, declared)
}

function build(text: AgreementText, head: Clause<'agreement'>, zones: readonly Zone[], files: PlaceFiles): Agreement {
  const { clauses } = text
  const decidedBy = head.fields['decided-by'].id
  return {
    id: head.id,
    title: head.fields.title,
    file: text.file,
    hash: text.hash,
    zone: head.fields.clock,
    made: head.fields.made ?? null,
    ...spoken(head.fields),
    decidedBy,
    actors: clauses.flatMap((clause) => actorOf(clause) ?? []),
    zones,
    places: [...files.values()].flat(),
    anchors: clauses.flatMap((clause) =>
      isKind(clause, 'anchor')
        ? [
            {
              ...named(clause),
              kind: 'anchor',
              at: clause.fields.at ?? null,
              designatedBy: idOf(clause.fields['designated-by']),
            },
          ]
        : [],
    ),
    measures: clauses.flatMap((clause) => {
      if (!isKind(clause, 'measure')) return []
      const { counts, per, holds, from, during, silence, touches } = clause.fields
      return [
        {
          ...named(clause),
          kind: 'measure',
          counts,
          zones: ids(clause.fields.in),
          zone: per.zone,
          holds,
          from,
          during: spanRef(during),
          silence: silence ?? 'unknown',
          touches: ids(touches),
        },
      ]
    }),
    ruled: clauses.flatMap((clause) => ruledOf(clause, decidedBy)),
    accounts: accountsOf(clauses, head, named),
    openTerms: clauses.flatMap((clause) => {
      if (!isKind(clause, 'open-term')) return []
      const readings = clauses.flatMap((other) =>
        isKind(other, 'reading') && other.fields.of.id === clause.id
          ? [{ by: ids(other.fields.by), says: other.fields.says }]
          : [],
      )
      return [
        {
          ...named(clause),
          kind: 'open-term',
          words: clause.fields.words,
          interprets: ids(clause.fields.interprets?.who),
          readings,
        },
      ]
    }),
  }
}

function ruledOf(clause: AnyClause, decidedBy: string): Ruled[] {
  switch (clause.kind) {
    case 'duty': {
      const { act, clears, number, toward, after, from, by, together, during } = clause.fields
      return bearers(clause.id, clause.fields.on).map(({ id, debtors }) => ({
        ...named(clause),
        ...evidence(clause.fields, decidedBy),
        kind: 'duty',
        id,
        base: clause.id,
        debtors,
        acts: act,
        zones: ids(clause.fields.in),
        clears,
        numbers: number,
        toward: ids(toward),
        after: after ?? null,
        from: from ?? null,
        by: by ?? null,
        together: together ? { duty: together.duty.id, within: together.within } : null,
        during: spanRef(during),
      }))
    }
    case 'ban':
      return bearers(clause.id, clause.fields.on).map(({ id, debtors }) => ({
        ...named(clause),
        ...evidence(clause.fields, decidedBy),
        kind: 'ban',
        id,
        base: clause.id,
        debtors,
        acts: clause.fields.act,
        zones: ids(clause.fields.in),
        during: spanRef(clause.fields.during)!,
        except: clause.fields.except ?? null,
      }))
    case 'leave':
      return [
        {
          ...named(clause),
          kind: 'leave',
          holders: ids(clause.fields.to),
          may: clause.fields.may,
          limits: clause.fields.limits ?? null,
          during: spanRef(clause.fields.during),
        },
      ]
    case 'gate': {
      const { opens, when, certify, reopens, during, touches } = clause.fields
      return [
        {
          ...named(clause),
          kind: 'gate',
          opens: opens.id,
          when,
          certify: certify ?? null,
          reopens: reopens ?? 'again',
          during: spanRef(during),
          decidedBy: clause.fields['decided-by']?.id ?? decidedBy,
          touches: ids(touches),
        },
      ]
    }
    case 'power': {
      const { effect, when, form, expires } = clause.fields
      const holders = clause.fields['held-by']
      return [
        {
          ...named(clause),
          kind: 'power',
          holders: ids(holders.who),
          how: holders.how,
          effect: effect.effect,
          targets: ids(effect.targets),
          when: when ?? null,
          form: form ?? null,
          expires: expires ?? null,
        },
      ]
    }
    case 'term': {
      const { starts, lasts, survives } = clause.fields
      return [
        {
          ...named(clause),
          kind: 'term',
          starts,
          lasts: lasts ?? null,
          extends: idOf(clause.fields.extends),
          survives: ids(survives),
        },
      ]
    }
    case 'procedure':
      return [
        {
          ...named(clause),
          kind: 'procedure',
          steps: clause.fields.step,
          decides: clause.fields.decides ?? null,
          follows: clause.fields.follows ?? null,
          during: spanRef(clause.fields.during),
        },
      ]
    default:
      return []
  }
}

/** What is said of the text as a whole, where it says so. */
function spoken({
  status,
  stage,
  endorsed,
  disclosure,
}: Clause<'agreement'>['fields']): Pick<Agreement, 'status' | 'stage' | 'endorsed' | 'disclosure'> {
  return {
    ...(status && { status }),
    ...(stage && { stage }),
    ...(endorsed && { endorsed }),
    ...(disclosure && { disclosure }),
  }
}

/** One clause a debtor where it binds several, each apart; otherwise one for all of them. */
function bearers(id: string, { who, how }: Group): { id: string; debtors: readonly string[] }[] {
  return how === 'each' ? who.map((ref) => ({ id: `${id}.${ref.id}`, debtors: [ref.id] })) : [{ id, debtors: ids(who) }]
}

function evidence(
  fields: Pick<Clause<'ban'>['fields'], 'attest' | 'silence' | 'decided-by' | 'touches' | 'on-breach'>,
  decidedBy: string,
) {
  return {
    attest: ids(fields.attest),
    silence: fields.silence ?? ('unknown' as const),
    decidedBy: fields['decided-by']?.id ?? decidedBy,
    touches: ids(fields.touches),
    onBreach: ids(fields['on-breach']),
  }
}

function actorOf(clause: AnyClause): Actor | null {
  if (clause.kind !== 'party' && clause.kind !== 'guarantor' && clause.kind !== 'body') return null
  const { name, side, role, forces } = clause.fields
  return {
    id: clause.id,
    kind: clause.kind,
    name,
    names: [clause.id, name, ...(clause.fields['known-as'] ?? []), ...(forces ?? [])],
    role: role ?? (clause.kind === 'body' ? 'monitor' : clause.kind),
    side: side ?? null,
    answeredBy: idOf(clause.fields['answered-by']),
    partOf: clause.fields['part-of'] ?? [],
  }
}

function named({ id, title, heading, prose, proseAt, at }: AnyClause): {
  id: string
  title: string | null
  source: Source
} {
  return {
    id,
    title,
    source: {
      heading,
      sentence: prose,
      start: proseAt?.start.offset ?? at.start.offset,
      end: proseAt?.end.offset ?? at.end.offset,
      clauseStart: at.start.offset,
      clauseEnd: at.end.offset,
    },
  }
}

function spanRef(span: SpanOf | undefined): SpanRef | null {
  if (!span) return null
  return span.kind === 'term' ? { kind: 'term', term: span.term.id } : span
}

function ids(refs: readonly Ref[] | undefined): readonly string[] {
  return refs?.map(({ id }) => id) ?? []
}

function idOf(ref: Ref | undefined): string | null {
  return ref?.id ?? null
}
