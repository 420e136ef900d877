// Lives of a ledger on a disk that fails: each is lived once, and the power is then cut at every one of its moments.
import { sameBytes } from '../head.ts'
import type { Ledger } from '../ledger.ts'
import type { LedgerRefusalCode } from '../refusal.ts'
import { afterCut, type Found, type Luck } from './after-cut.ts'
import { Disk, EMPTY_DISK, type Nodes } from './disk.ts'
import { changesDisk, storageOn, type Operation } from './fault-storage.ts'
import {
  expectedFiles,
  LAYOUT,
  NOTHING_PROMISED,
  offeredEntry,
  offering,
  settled,
  type Offered,
  type Promised,
} from './promised.ts'
import { randomFrom, upTo, type Random } from './random.ts'
import { faultAfter, faultIn, openAgain, shownHead } from './reopen.ts'
import { rotFault } from './rot.ts'
import { planBy, type Plan } from './trouble.ts'

export interface Tally {
  /** Power cuts, each with a restart after it. */
  cuts: number
  /** Acknowledged entries compared to the byte, over all cuts. */
  compared: number
  /** Cuts after which `fsck` ran and the ledger went on writing. */
  examined: number
  /** Errors, full disks, flipped bits and other writers in the lives themselves. */
  troubles: number
}

export interface Lived extends Tally {
  /** What went wrong first, and where; null for a ledger that keeps its word. */
  readonly fault: string | null
}

/** Each generation begins with what a power cut in the one before has left. */
const GENERATIONS = 3
/** Different outcomes that are tried of one moment, besides those where everything is kept or lost. */
const DRAWS = 5
/** One in so many cuts is followed by `fsck` and by more writing. */
const EXAMINE = 48

interface Moment {
  readonly nodes: Nodes
  readonly promised: Promised
  readonly during: string
}

class Fault extends Error {}

/** Runs all of a seed, or up to the first fault. The same seed always gives the same. */
export async function live(seed: number): Promise<Lived> {
  const random = randomFrom(seed)
  const tally: Tally = { cuts: 0, compared: 0, examined: 0, troubles: 0 }
  const empty = new Disk(EMPTY_DISK)
  empty.makeFolder('/l')
  empty.syncFolder('/')
  let start: Pick<Moment, 'nodes' | 'promised'> = { nodes: empty.moment(), promised: NOTHING_PROMISED }
  let next = 0
  try {
    for (let generation = 0; generation < GENERATIONS; generation++) {
      const moments = await grow(start, random, tally, () => offeredEntry(next++))
      start = await cutEach(moments, random, tally, generation)
      const rot = await rotFault(start.nodes, start.promised, random)
      if (rot !== null) throw new Fault(`generation ${generation}: ${rot}`)
    }
    return { ...tally, fault: null }
  } catch (error) {
    return { ...tally, fault: error instanceof Fault ? error.message : (error as Error).stack! }
  }
}

/** Lives one generation and gives the moments at which it could have lost power. */
async function grow(
  { nodes, promised: before }: Pick<Moment, 'nodes' | 'promised'>,
  random: Random,
  tally: Tally,
  fresh: () => Offered,
): Promise<Moment[]> {
  const disk = new Disk(nodes)
  const plan = planBy(random)
  const moments: Moment[] = []
  const failedSyncs = new Set<string>()
  let promised = before
  let shown: Uint8Array | undefined
  let refusal = ''
  let triedAgain = ''

  function noted(operation: Operation) {
    const { name, path } = operation
    if (changesDisk(operation)) moments.push({ nodes: disk.moment(), promised: withShown(), during: `${name} ${path}` })
    // Not thrown: whoever tries again may well swallow that too.
    if (name === 'sync' && failedSyncs.has(path)) triedAgain = path
    const trouble = plan.trouble(operation)
    if (trouble && name === 'sync') failedSyncs.add(path)
    return trouble
  }

  /** What any reader may have seen at its place has been promised as much as what was answered. */
  function withShown(): Promised {
    const note = disk.file(LAYOUT.checkpoint)?.seen
    if (note === undefined || note === shown) return promised
    shown = note
    const head = shownHead(disk)!
    if (head.size <= promised.leaves.length && head.root_hash !== expectedFiles(promised, head.size).root_hash)
      throw new Fault(`showed a head of ${head.size} entries that is not over what was offered`)
    if (head.size > promised.acknowledged) promised = { ...promised, acknowledged: head.size }
    return promised
  }

  async function open(): Promise<Ledger | null> {
    failedSyncs.clear()
    const opened = await openAgain(storageOn(disk, noted))
    if (!opened.ok) {
      refusal = opened.refusal.message
      mustBe(opened.refusal.code, REFUSED_OPENING[plan.kind], `it does not open: ${opened.refusal.message}`)
      return null
    }
    const fault = faultIn(disk, opened.value, promised)
    if (fault !== null) throw new Fault(`opening again: ${fault}`)
    promised = settled(promised, opened.value.size)
    return opened.value
  }

  function mustBe(code: LedgerRefusalCode, allowed: readonly LedgerRefusalCode[], otherwise: string): void {
    if (plan.happened() === null || !allowed.includes(code)) throw new Fault(`${otherwise} (\`${code}\`)`)
  }

  /** Whether the ledger goes on. */
  async function append(ledger: Ledger): Promise<boolean> {
    const kept = promised.leaves.length
    const batches = batchSizes(random, kept === 0).map((count) => Array.from({ length: count }, fresh))
    for (const batch of batches) promised = offering(promised, batch)
    const answers = await Promise.all(batches.map((batch) => ledger.append(batch.map(({ entry }) => entry))))
    for (const [at, answer] of answers.entries()) {
      if (!answer.ok) {
        mustBe(answer.refusal.code, REFUSED_WRITING[plan.kind], `it refused: ${answer.refusal.message}`)
        continue
      }
      const leaf = batches[at]!.find(({ entry }, place) => answer.value.appended[place]?.id !== entry.body.id)
      if (leaf) throw new Fault(`it did not acknowledge ${leaf.entry.body.id} in its place`)
      const first = promised.leaves.findIndex(({ entry }) => entry === batches[at]![0]!.entry)
      if (answer.value.appended.some(({ index }, place) => index !== first + place))
        throw new Fault(`it acknowledged two entries at one index, or left an index out`)
      promised = { ...promised, acknowledged: Math.max(promised.acknowledged, first + batches[at]!.length) }
    }
    if (answers.every(({ ok }) => ok)) {
      const fault = faultIn(disk, ledger, promised)
      if (fault !== null) throw new Fault(`after an answer: ${fault}`)
      promised = settled(promised, promised.leaves.length)
      return true
    }
    plan.free()
    const again = await ledger.append([fresh().entry].slice(0, 0))
    const goesOn = again.ok
    if (plan.kind === 'full' && !goesOn)
      throw new Fault(`it stopped though there is space again: ${again.refusal.message}`)
    // What a full disk refused is gone for good; what a failed sync refused may yet be there after a restart.
    if (goesOn) promised = settled(promised, promised.acknowledged)
    return goesOn
  }

  async function putEvidence(ledger: Ledger): Promise<boolean> {
    const bytes = new TextEncoder().encode(`evidence ${promised.evidence.size} of ${promised.leaves.length}`)
    const kept = await ledger.evidence.put(bytes)
    if (kept.ok) {
      promised = { ...promised, evidence: new Map([...promised.evidence, [kept.value, bytes]]) }
      const held = disk.file(LAYOUT.evidenceFile(kept.value))
      if (!held || !sameBytes(held.seen, bytes)) throw new Fault('it keeps other evidence than it was given')
      return true
    }
    mustBe(kept.refusal.code, REFUSED_WRITING[plan.kind], `it refused evidence: ${kept.refusal.message}`)
    plan.free()
    return (await ledger.append([])).ok
  }

  async function otherWriter(ledger: Ledger): Promise<boolean> {
    const other = await open()
    if (!other) return false
    const [theirs, ours] = [fresh(), fresh()]
    promised = offering(promised, [theirs])
    const answer = await other.append([theirs.entry])
    if (!answer.ok) throw new Fault(`the second writer was refused: ${answer.refusal.message}`)
    promised = settled(promised, other.size)
    tally.troubles++
    const answered = await ledger.append([ours.entry])
    if (answered.ok) throw new Fault('two writers were both acknowledged')
    if (answered.refusal.code !== 'head-moved') throw new Fault(`two writers: ${answered.refusal.message}`)
    return false
  }

  let ledger = await open()
  if (plan.happened()) tally.troubles++
  const rounds = 1 + upTo(random, 3)
  for (let round = 0; round < rounds; round++) {
    if (disk.isReadOnly) break
    if (!ledger) {
      plan.free()
      ledger = await open()
      if (!ledger) {
        plan.free()
        ledger = await open()
      }
      if (!ledger && disk.isReadOnly) break
      if (!ledger) throw new Fault(`it does not open although all is well again: ${refusal}`)
    }
    const wasOver = plan.happened() !== null
    const goesOn: boolean =
      random() < 0.15
        ? await putEvidence(ledger)
        : plan.kind === 'other writer' && random() < 0.5
          ? await otherWriter(ledger)
          : await append(ledger)
    if (plan.happened() && !wasOver) tally.troubles++
    if (triedAgain) throw new Fault(`it tried the failed sync of ${triedAgain} again`)
    if (!goesOn) ledger = null
    else if (random() < 0.15) {
      await ledger.close().catch(() => undefined)
      ledger = null
    }
  }
  moments.push({ nodes: disk.moment(), promised: withShown(), during: 'the end' })
  return moments
}

const REFUSED_OPENING: Record<Plan['kind'], readonly LedgerRefusalCode[]> = {
  none: [],
  // An error while a dead writer's lock is moved away cannot be told from another who was faster.
  error: ['storage-failed', 'locked'],
  full: ['disk-full'],
  flip: ['read-back-differs', 'signature-fails'],
  'other writer': [],
}

const REFUSED_WRITING: Record<Plan['kind'], readonly LedgerRefusalCode[]> = {
  none: [],
  error: ['storage-failed', 'sync-failed', 'writes-stopped'],
  full: ['disk-full'],
  flip: ['read-back-differs', 'signature-fails', 'writes-stopped'],
  'other writer': [],
}

/** Some calls that do not wait for each other, so that they go to disk together. */
function batchSizes(random: Random, isFirst: boolean): number[] {
  // Now and then nearly a whole bundle, so that the next one comes to be among the first batches.
  if (isFirst && random() < 0.03) return [250]
  return Array.from({ length: 1 + upTo(random, 2) }, () => 1 + upTo(random, 3))
}

/** Cuts the power at every moment, and gives one of the disks that were found, for the next generation. */
async function cutEach(moments: readonly Moment[], random: Random, tally: Tally, generation: number) {
  const chosen = upTo(random, moments.length)
  let start: Pick<Moment, 'nodes' | 'promised'> | null = null
  for (const [at, moment] of moments.entries()) {
    const found = outcomes(moment, random)
    for (const [draw, { nodes, outcome }] of found.entries()) {
      const examined = upTo(random, EXAMINE) === 0
      const extra = examined ? offeredEntry(10_000) : null
      const fault = await faultAfter(nodes, moment.promised, extra)
      tally.cuts++
      tally.compared += moment.promised.acknowledged
      if (examined) tally.examined++
      if (fault !== null)
        throw new Fault(
          `generation ${generation}, power cut ${at}.${draw} before ${moment.during} (${outcome}): ${fault}`,
        )
    }
    if (at === chosen) start = { nodes: found[upTo(random, found.length)]!.nodes, promised: moment.promised }
  }
  return start!
}

function outcomes({ nodes, promised }: Moment, random: Random): Found[] {
  const draws = promised.leaves.length > 100 ? 1 : DRAWS
  const lucks: Luck[] = ['lost', 'kept', ...Array.from({ length: draws }, () => 'mixed' as const)]
  const different = new Map<string, Found>()
  for (const luck of lucks) {
    const found = afterCut(nodes, luck, random)
    if (!different.has(found.outcome)) different.set(found.outcome, found)
    // Nothing is unsynced, so there is one outcome.
    if (found.outcome === '') break
  }
  return [...different.values()]
}
