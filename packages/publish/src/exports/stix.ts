// A report as a STIX 2.1 bundle: what happened as incidents, and each claim of it as a note with its grading.
import { sha256Hex } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import type { DailyReport } from '../model/index.ts'
import { reportUrn } from './atom.ts'

/** By STIX 2.1, appendix A, for Admiralty credibility; 6 cannot be judged and has no number. */
const CONFIDENCE: Readonly<Record<number, number>> = { 1: 90, 2: 70, 3: 50, 4: 30, 5: 10 }

export function stixOf(report: DailyReport): string {
  const at = stamp(report.known_at)
  const centre = idOf('identity', report.agreement.id)
  const common = { spec_version: '2.1', created: at, modified: at }
  const by = { created_by_ref: centre }
  const objects = report.happenings.flatMap((happening) => {
    const id = idOf('incident', `${report.agreement.id} ${happening.id}`)
    return [
      { type: 'incident', id, ...common, ...by, name: happening.kind, external_references: [reference(happening.id)] },
      ...happening.grading.map(({ claim, reliability, credibility }) => {
        const confidence = confidenceOf(reliability, credibility)
        return {
          type: 'note',
          id: idOf('note', `${happening.id} ${claim}`),
          ...common,
          ...by,
          content: claim,
          object_refs: [id],
          ...(confidence !== null && { confidence }),
          external_references: [reference(claim)],
        }
      }),
    ]
  })
  const refs = objects.map(({ id }) => id)
  const whole = {
    type: 'report',
    id: idOf('report', reportUrn(report)),
    ...common,
    ...by,
    name: `${report.agreement.title}, ${report.number ?? report.cut_off}`,
    published: stamp(report.cut_off),
    object_refs: refs.length > 0 ? refs : [centre],
  }
  const identity = {
    type: 'identity',
    id: centre,
    ...common,
    name: report.agreement.title,
    identity_class: 'organization',
  }
  const bundle = {
    type: 'bundle',
    id: idOf('bundle', `${reportUrn(report)} ${report.checkpoint.digest}`),
    objects: [identity, ...objects, whole],
  }
  return `${JSON.stringify(bundle, null, 2)}\n`
}

/** None where either source or word cannot be judged (F, 6), or nobody has graded them: no number is not a middling one. */
export function confidenceOf(reliability: string | null, credibility: number | null): number | null {
  if (reliability === null || reliability === 'F' || credibility === null) return null
  return CONFIDENCE[credibility] ?? null
}

function reference(id: string) {
  return { source_name: 'trucekeeper', external_id: id }
}

function stamp(at: string): string {
  return new Date(parseInstant(at)!).toISOString()
}

/** Made from what it names, in the form of a name-based UUID, so that the same report gives the same bundle. */
function idOf(type: string, name: string): string {
  const hex = sha256Hex(`${type} ${name}`)
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!
  return `${type}--${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
