// A report as a STIX 2.1 bundle: what happened as incidents, and what each claim says of it as a note or an opinion with its grading.
import { sha256Hex } from '@trucekeeper/claims'
import { datedInterval, parseDating, parseInstant } from '@trucekeeper/time'
import type { DailyReport, HappeningLine } from '../model/index.ts'
import { reportUrn } from './atom.ts'

/** By STIX 2.1, appendix A, for Admiralty credibility; 6 cannot be judged and has no number. */
const CONFIDENCE: Readonly<Record<number, number>> = { 1: 90, 2: 70, 3: 50, 4: 30, 5: 10 }

/** STIX has no place for where and when something happened, nor for letters of reliability: each is an extension of its own. */
const EXTENSIONS = {
  happening: {
    name: 'Happening under an agreement',
    description: 'What an incident is by kind, when it may have been, and in which areas of the agreement.',
    schema:
      'kind: string; earliest, latest: timestamps between which it was; areas: ids of areas of the agreement, absent where none is told; protected: whether something protected was hit, of which no area is told',
  },
  grading: {
    name: 'Grading of a claim',
    description:
      'The Admiralty letters and numbers as they were given; a letter F and a number 6 mean that it cannot be judged.',
    schema: 'stance: string; reliability: A to F; credibility: 1 to 6; each absent where nobody has said',
  },
} as const

/** The one who denies disagrees that it was so; who looked and could not tell, neither. */
const OPINIONS: Readonly<Record<string, string>> = {
  denies: 'disagree',
  counter_claims: 'disagree',
  cannot_confirm: 'neutral',
  no_comment: 'neutral',
  admits: 'agree',
}

export function stixOf(report: DailyReport): string {
  const at = stamp(report.known_at)
  const centre = idOf('identity', report.agreement.id)
  const common = { spec_version: '2.1', created: at, modified: at }
  const by = { ...common, created_by_ref: centre }
  const extended = (which: keyof typeof EXTENSIONS, values: object) => ({
    extensions: { [extensionId(which)]: { extension_type: 'property-extension', ...values } },
  })
  const objects = report.happenings.flatMap((happening) => {
    const id = idOf('incident', `${report.agreement.id} ${happening.id}`)
    const { kind, from, to, areas, protected: isProtected } = happening
    const when = { ...(from !== null && { earliest: stamp(from) }), ...(to !== null && { latest: stamp(to) }) }
    const where = { kind, protected: isProtected, ...when }
    const told = happening.grading.map(({ published }) => said(published, report.agreement.zone))
    return [
      {
        type: 'incident',
        id,
        ...by,
        created: [...told, at].toSorted()[0]!,
        name: kind.replaceAll('_', ' '),
        external_references: [reference(happening.id)],
        ...extended('happening', { ...where, ...(areas.length > 0 && { areas }) }),
      },
      ...happening.grading.map((graded) => {
        const { claim, stance, reliability, credibility } = graded
        return {
          ...saying(happening, graded),
          ...by,
          // A day of publication that is wrong may lie ahead, and nothing is changed before it is made.
          created: [said(graded.published, report.agreement.zone), at].toSorted()[0]!,
          object_refs: [id],
          ...confidence(graded),
          external_references: [reference(claim)],
          ...extended('grading', {
            ...(stance !== null && { stance }),
            ...(reliability !== null && { reliability }),
            ...(credibility !== null && { credibility }),
          }),
        }
      }),
    ]
  })
  const refs = objects.map(({ id }) => id)
  const whole = {
    type: 'report',
    id: idOf('report', reportUrn(report)),
    ...by,
    name: `${report.agreement.title}, ${report.number ?? report.cut_off}`,
    published: stamp(report.cut_off),
    object_refs: refs.length > 0 ? refs : [centre],
  }
  const identity = {
    type: 'identity',
    id: centre,
    ...FIRST,
    name: report.agreement.title,
    identity_class: 'organization',
  }
  const used = objects.length === 0 ? [] : (Object.keys(EXTENSIONS) as (keyof typeof EXTENSIONS)[])
  const definitions = used.map((which) => ({
    type: 'extension-definition',
    id: extensionId(which),
    ...FIRST,
    created_by_ref: centre,
    ...EXTENSIONS[which],
    version: '1.0.0',
    extension_types: ['property-extension'],
  }))
  const bundle = {
    type: 'bundle',
    id: idOf('bundle', `${reportUrn(report)} ${report.checkpoint.digest}`),
    objects: [identity, ...definitions, ...objects, whole],
  }
  return `${JSON.stringify(bundle, null, 2)}\n`
}

/** A definition, and whoever reports, is as old as it is, whatever report carries it: one id and one time, one content. */
const FIRST = { spec_version: '2.1', created: '2026-11-22T00:00:00.000Z', modified: '2026-11-22T00:00:00.000Z' }

function extensionId(which: keyof typeof EXTENSIONS): string {
  return idOf('extension-definition', `trucekeeper ${which} 1`)
}

/** Who says that it was so is quoted by a note; who says otherwise has an opinion of it. */
function saying(happening: HappeningLine, { claim, stance, side, quote }: HappeningLine['grading'][number]) {
  const opinion = stance === null ? undefined : OPINIONS[stance]
  const name = `${happening.id} ${claim}`
  const words = quote ?? WITHHELD
  return opinion === undefined
    ? { type: 'note', id: idOf('note', name), content: words, authors: [side] }
    : { type: 'opinion', id: idOf('opinion', name), opinion, explanation: words, authors: [side] }
}

function confidence({ reliability, credibility }: HappeningLine['grading'][number]) {
  const number = confidenceOf(reliability, credibility)
  return number === null ? {} : { confidence: number }
}

/** None where either source or word cannot be judged (F, 6), or nobody has graded them: no number is not a middling one. */
export function confidenceOf(reliability: string | null, credibility: number | null): number | null {
  if (reliability === null || reliability === 'F' || credibility === null) return null
  return CONFIDENCE[credibility] ?? null
}

function reference(id: string) {
  return { source_name: 'trucekeeper', external_id: id }
}

/** Something protected was hit, and words may say where it stands. */
const WITHHELD = 'The words are withheld, for something protected was hit; the record has them under the reference.'

function stamp(at: string): string {
  return new Date(parseInstant(at)!).toISOString()
}

/** When it was said; a day with no hour is told by its beginning. */
function said(published: string, zone: string): string {
  return new Date(datedInterval(parseDating(published)!, zone).from).toISOString()
}

/** Made from what it names, in the form of a name-based UUID, so that the same report gives the same bundle. */
function idOf(type: string, name: string): string {
  const hex = sha256Hex(`${type} ${name}`)
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!
  return `${type}--${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
