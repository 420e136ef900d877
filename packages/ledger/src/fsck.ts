// Recomputes everything a ledger folder claims about itself, trusting nothing, and goes on after the first fault.
import { canonicalBytes, type Entry } from '@trucekeeper/claims'
import { EMPTY_TREE, withLeaf } from '@trucekeeper/merkle'
import { checkedEntry, danglingReference } from './admit.ts'
import { evidenceReader } from './evidence.ts'
import { decodeFrames } from './frames.ts'
import { checkpointOf, sameBytes, type Checkpoint } from './head.ts'
import { SEGMENT_ENTRIES, layoutOf, segmentName, segmentNumber, type Layout } from './layout.ts'
import { nodeStorage } from './node-storage.ts'
import { readHead, type Known } from './scan.ts'
import { sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'

export interface Finding {
  readonly code:
    | 'no-ledger'
    | 'head-damaged'
    | 'head-differs'
    | 'entries-missing'
    | 'frame-damaged'
    | 'segment-misplaced'
    | 'entry-malformed'
    | 'entry-not-canonical'
    | 'entry-repeated'
    | 'withdraws-unknown'
    | 'rules-unknown'
    | 'evidence-damaged'
    | 'evidence-missing'
    | 'tail-unacknowledged'
  /** note: the ledger is sound, and a person may want to know. */
  readonly severity: 'error' | 'note'
  readonly message: string
  /** The file, and the byte or entry in it. */
  readonly at: string
  readonly help: string
}

export interface Fsck extends Checkpoint {
  /** Whether there is no finding but notes. */
  readonly ok: boolean
  readonly findings: readonly Finding[]
}

const RESTORE = 'restore the folder from a backup, or from another copy with the same root hash'

/** Examines a ledger without its lock; `size` and `root_hash` are of what was found, not of what the head says. */
export async function fsck(dir: string, { storage = nodeStorage() }: { storage?: Storage } = {}): Promise<Fsck> {
  const layout = layoutOf(dir)
  const findings: Finding[] = []
  const found = (code: Finding['code'], at: string, message: string, help = RESTORE) =>
    findings.push({ code, severity: NOTES.has(code) ? 'note' : 'error', message, at, help })

  const read = await readHead(storage, layout)
  const head = read.ok ? read.value : null
  if (!read.ok) found('head-damaged', 'head', read.refusal.message)
  else if (head === null) found('no-ledger', 'head', 'there is no head, so nothing is acknowledged')
  const { tree, documents } = await checkEntries(storage, layout, head, found)
  const checkpoint = checkpointOf(tree)
  if (head && head.size > checkpoint.size)
    found('entries-missing', 'entries', `${head.size} entries were acknowledged and ${checkpoint.size} can be read`)
  else if (head && head.root_hash !== checkpoint.root_hash)
    found(
      'head-differs',
      'head',
      `the head has the root \`${head.root_hash}\`, the entries \`${checkpoint.root_hash}\``,
    )
  await checkEvidence(storage, layout, documents, found)
  return { ok: findings.every(({ severity }) => severity === 'note'), findings, ...checkpoint }
}

const NOTES: ReadonlySet<Finding['code']> = new Set(['tail-unacknowledged', 'evidence-missing'])

type Found = (code: Finding['code'], at: string, message: string, help?: string) => void

async function checkEntries(storage: Storage, layout: Layout, head: Checkpoint | null, found: Found) {
  const ids = new Map<string, Known>()
  const documents = new Map<string, string>()
  let tree = EMPTY_TREE
  for (const [expected, name] of ((await storage.list(layout.entries)) ?? []).entries()) {
    const number = segmentNumber(name)
    const file = `entries/${name}`
    if (number !== expected) {
      found('segment-misplaced', file, `\`${name}\` stands where \`${segmentName(expected)}\` belongs`)
      continue
    }
    // Without a head there is nothing to end at, and every whole frame is looked at.
    const wanted = head ? Math.max(0, Math.min(SEGMENT_ENTRIES, head.size - number * SEGMENT_ENTRIES)) : SEGMENT_ENTRIES
    const bytes = (await storage.read(layout.segment(number))) ?? new Uint8Array(0)
    const { frames, end, broken } = decodeFrames(bytes, wanted)
    if (frames.length < wanted && broken) found('frame-damaged', `${file}, byte ${end}`, broken)
    else if (bytes.length > end) {
      const acknowledgedLater = head !== null && head.size >= (number + 1) * SEGMENT_ENTRIES
      if (acknowledgedLater) found('frame-damaged', `${file}, byte ${end}`, 'a full segment has bytes after its end')
      else
        found(
          'tail-unacknowledged',
          `${file}, byte ${end}`,
          `${bytes.length - end} bytes were written and never acknowledged`,
          'opening the ledger for writing moves them to `cut`',
        )
    }
    for (const { bytes: entryBytes, hash, start } of frames) {
      const entry = checkEntry(entryBytes, ids, `${file}, byte ${start}`, found)
      if (entry) ids.set(entry.body.id, { index: tree.size, type: entry.type })
      if (entry?.type === 'document') documents.set(entry.body.sha256, entry.body.doc)
      tree = withLeaf(sha256, tree, hash)
    }
  }
  return { tree, documents }
}

function checkEntry(bytes: Uint8Array, ids: ReadonlyMap<string, Known>, at: string, found: Found): Entry | null {
  let offered: unknown
  try {
    offered = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    found('entry-malformed', at, 'the entry is no JSON text')
    return null
  }
  const checked = checkedEntry(offered)
  if (!checked.ok) {
    found('entry-malformed', at, checked.refusal.message)
    return null
  }
  const { entry } = checked.value
  if (!sameBytes(canonicalBytes(entry), bytes)) found('entry-not-canonical', at, `\`${entry.body.id}\` is not RFC 8785`)
  if (ids.has(entry.body.id)) found('entry-repeated', at, `\`${entry.body.id}\` is in the record already`)
  const dangling = danglingReference(entry, (id) => ids.get(id))
  if (dangling) found(entry.type === 'ruling' ? 'rules-unknown' : 'withdraws-unknown', at, dangling.message)
  return entry
}

async function checkEvidence(
  storage: Storage,
  layout: Layout,
  documents: ReadonlyMap<string, string>,
  found: Found,
): Promise<void> {
  const kept = new Set<string>()
  const evidence = evidenceReader(storage, layout)
  for (const folder of (await storage.list(layout.evidence)) ?? []) {
    for (const name of (await storage.list(`${layout.evidence}/${folder}`)) ?? []) {
      if (name.endsWith('.new')) continue
      const got = await evidence.get(name)
      if (got.ok && name.startsWith(folder)) kept.add(name)
      else found('evidence-damaged', `evidence/${folder}/${name}`, 'the file does not have the digest it is named by')
    }
  }
  for (const [digest, doc] of documents) {
    if (kept.has(digest)) continue
    found('evidence-missing', `evidence/${digest}`, `the bytes of \`${doc}\` are not kept here`, 'put the file in')
  }
}
