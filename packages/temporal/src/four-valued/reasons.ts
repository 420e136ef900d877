// Why a verdict is what it is: the least evidence that gives the same verdict by itself.
import { Monitor } from '../monitor.ts'
import { BLOCK, Store } from '../store.ts'
import type { Core } from './core.ts'
import type { EvidenceLog } from './log.ts'
import { minimal } from './minimal.ts'
import { evidenceOf, fourProgram } from './program.ts'
import { reachOf } from './reach.ts'
import type { FourVerdict, Reason } from './verdict.ts'

/** Evidence at one time-point about one atom, all of it: a contested atom is never made a clean one by half of it. */
interface Finding {
  readonly position: number
  readonly evidence: readonly number[]
}

/**
 * The reasons of the verdict at a position of the log, in the order of the trace; none where it is undecided.
 *
 * Met and breached rest on clean atoms alone, and more of them never undoes it. Contested rests on one contested atom,
 * and leaving out all that is clean never undoes that. Unknown rests on nothing, but for evidence that keeps what is to
 * come from contesting it. So each has its own findings to choose from, and adding to them goes one way.
 */
export function reasonsOf(core: Core, log: EvidenceLog, at: number, ended: boolean): readonly Reason[] {
  const reach = reachOf(core, log.times, at)
  const [first, last] = [reach.first, Math.min(reach.last, log.count - 1)]
  const { atoms } = fourProgram(core)
  const findings = findingsIn(log, first, last)
  const verdict = verdictOn(findings)
  if (verdict === null) return []
  const [clean, contested] = [findings.filter(isClean), findings.filter((finding) => !isClean(finding))]
  // A contested atom counts only where it makes the verdict contested with all that is clean: not with less of that.
  const [eligible, beside] = verdict === 'contested' ? [contested, clean] : [clean, []]
  const nearest = eligible.toSorted((one, other) => Math.abs(one.position - at) - Math.abs(other.position - at))
  const reasons = minimal(nearest, (some) => verdictOn([...beside, ...some]) === verdict)
  if (reasons === null) throw new Error(`no reasons for ${verdict} at time-point ${log.base + at}`)
  return reasons
    .toSorted((one, other) => one.position - other.position || one.evidence[0]! - other.evidence[0]!)
    .flatMap(({ position, evidence }) => evidence.map((one) => reasonOf(position, one)))

  /** The verdict if there were only these findings, at the same time-points. */
  function verdictOn(some: readonly Finding[]): FourVerdict | null {
    const { program, decided } = fourProgram(core, new Store(roomFor(last - first + 1)), !ended)
    let verdict: FourVerdict | null = null
    const monitor = new Monitor(program, ({ from, to }) => {
      if (from <= at - first && at - first < to) verdict = decided.value(at - first)
    })
    const held: number[][] = []
    for (const { position, evidence } of some) (held[position - first] ??= []).push(...evidence)
    for (let position = first; position <= last; position++) {
      monitor.point(log.times[position]!)
      for (const one of held[position - first] ?? []) monitor.hold(one)
    }
    // To end is what settles all that can be settled, in whatever order.
    monitor.end()
    return verdict
  }

  function reasonOf(position: number, evidence: number): Reason {
    const atom = atoms[evidence >> 1]!
    const side = evidence === evidenceOf(evidence >> 1, 'for') ? 'for' : 'against'
    return { point: log.base + position, time: log.times[position]!, atom, side }
  }
}

/** Of every atom at every time-point that has evidence: its evidence, for before against. */
function findingsIn(log: EvidenceLog, first: number, last: number): Finding[] {
  const findings: Finding[] = []
  for (let position = first; position <= last; position++) {
    const byAtom = Map.groupBy(
      log.at(position).toSorted((one, other) => one - other),
      (evidence) => evidence >> 1,
    )
    for (const evidence of byAtom.values()) findings.push({ position, evidence })
  }
  return findings
}

function isClean({ evidence }: Finding): boolean {
  return evidence.length === 1
}

/** A ring so large that nothing in it is written over. */
function roomFor(points: number): number {
  return 2 ** Math.ceil(Math.log2(points + BLOCK + 64))
}
