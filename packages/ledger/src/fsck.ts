// Recomputes everything a ledger folder claims about itself, trusting nothing, and goes on after the first fault.
import { takeEntry, type Entry } from '@trucekeeper/claims'
import type { VerifierKey, Verify } from '@trucekeeper/merkle'
import { danglingReference } from './admit.ts'
import { decodeBundle } from './bundles.ts'
import { edgeOnDisk, grown, hashesIn, NO_EDGE, type Edge } from './edge.ts'
import { readLeaf, type Leaf } from './entry-form/index.ts'
import { evidenceReader } from './evidence.ts'
import { ExaminedAuthors } from './examined-authors.ts'
import { checkpointOf, readHead, readVerifier, sameBytes, type Checkpoint, type Head } from './head.ts'
import { IdIndex } from './ids.ts'
import { BUNDLE_ENTRIES, HASH_BYTES, layoutOf, tileFiles, told, type Layout, type TileFile } from './layout.ts'
import { nodeStorage } from './node-storage.ts'
import { nodeVerify } from './sha256.ts'
import type { Storage } from './storage.ts'

export interface Finding {
  readonly code:
    | 'no-ledger'
    | 'head-damaged'
    | 'head-differs'
    | 'entries-missing'
    | 'bundle-damaged'
    | 'bundle-misplaced'
    | 'tile-damaged'
    | 'file-strange'
    | 'entry-malformed'
    | 'entry-repeated'
    | 'author-unknown'
    | 'author-signature'
    | 'key-refused'
    | 'withdraws-unknown'
    | 'rules-unknown'
    | 'evidence-damaged'
    | 'evidence-missing'
    | 'tail-unacknowledged'
    | 'witnessed-damaged'
    | 'witnessed-differs'
    | 'head-older'
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
export async function fsck(
  dir: string,
  { storage = nodeStorage(), verify = nodeVerify }: { storage?: Storage; verify?: Verify } = {},
): Promise<Fsck> {
  const layout = layoutOf(dir)
  const findings: Finding[] = []
  const found: Found = (code, at, message, help = RESTORE) =>
    void findings.push({ code, severity: NOTES.has(code) ? 'note' : 'error', message, at, help })

  const { head, key } = await examinedHead(storage, layout, verify, found)
  const { files, strange } = await tileFiles(storage, layout)
  for (const path of strange) found('file-strange', path, 'no tile and no bundle has such a name', 'look what it is')
  const { edge, documents } = await checkBundles(storage, layout, { head, key, verify }, files, found)
  const checkpoint = checkpointOf(edge)
  if (head && head.size > checkpoint.size)
    found(
      'entries-missing',
      'tile/entries',
      `${head.size} entries were acknowledged and ${checkpoint.size} can be read`,
    )
  else if (head && head.root_hash !== checkpoint.root_hash)
    found(
      'head-differs',
      'checkpoint',
      `the head has the root \`${head.root_hash}\`, the entries \`${checkpoint.root_hash}\``,
    )
  if (head && key) await checkWitnessed(storage, layout, { head, key, verify }, found)
  await checkEvidence(storage, layout, documents, found)
  return { ok: findings.every(({ severity }) => severity === 'note'), findings, ...checkpoint }
}

const NOTES: ReadonlySet<Finding['code']> = new Set([
  'tail-unacknowledged',
  'evidence-missing',
  'witnessed-damaged',
  'head-older',
])

type Found = (code: Finding['code'], at: string, message: string, help?: string) => void

async function examinedHead(
  storage: Storage,
  layout: Layout,
  verify: Verify,
  found: Found,
): Promise<{ head: Head | null; key: VerifierKey | null }> {
  const key = await readVerifier(storage, layout)
  if (!key.ok) found('head-damaged', 'verifier-key', key.refusal.message)
  if (!key.ok || key.value === null) {
    if (key.ok) found('no-ledger', 'verifier-key', 'there is no verifier key, so nothing is acknowledged')
    return { head: null, key: null }
  }
  const head = await readHead(storage, layout.checkpoint, key.value, verify)
  if (!head.ok) found('head-damaged', 'checkpoint', head.refusal.message)
  else if (head.value === null) found('no-ledger', 'checkpoint', 'there is no head, so nothing is acknowledged')
  return { head: head.ok ? head.value : null, key: key.value }
}

async function checkBundles(
  storage: Storage,
  layout: Layout,
  { head, key, verify }: { readonly head: Head | null; readonly key: VerifierKey | null; readonly verify: Verify },
  files: readonly TileFile[],
  found: Found,
) {
  const ids = new IdIndex()
  const authors = new ExaminedAuthors(key?.name ?? '', verify)
  const documents = new Map<string, string>()
  const tiles = new Set(files.filter(({ level }) => level !== 'entries').map(({ path }) => path))
  let edge: Edge = NO_EDGE
  for (const [expected, { path, number }] of files.filter(({ level }) => level === 'entries').entries()) {
    const file = told(layout, path)
    if (number !== expected) {
      found('bundle-misplaced', file, `bundle ${number} stands where bundle ${expected} belongs`)
      continue
    }
    // Without a head there is nothing to end at, and every whole entry is looked at.
    const wanted = head ? Math.max(0, Math.min(BUNDLE_ENTRIES, head.size - number * BUNDLE_ENTRIES)) : BUNDLE_ENTRIES
    const bytes = (await storage.read(path)) ?? new Uint8Array(0)
    const { leaves, end, broken } = decodeBundle(bytes, wanted)
    if (leaves.length < wanted && broken) found('bundle-damaged', `${file}, byte ${end}`, broken)
    else if (bytes.length > end) {
      const acknowledgedLater = head !== null && head.size >= (number + 1) * BUNDLE_ENTRIES
      if (acknowledgedLater) found('bundle-damaged', `${file}, byte ${end}`, 'a full bundle has bytes after its end')
      else tail(found, `${file}, byte ${end}`, bytes.length - end)
    }
    for (const { bytes: leafBytes, start } of leaves) {
      const at = `${file}, byte ${start}`
      const { leaf, entry } = checkLeaf(leafBytes, key, ids, at, found)
      if (leaf && key) authors.next(leaf, entry, ids.size, at)
      ids.add(entry?.body.id ?? null)
      if (entry?.type === 'document') documents.set(entry.body.sha256, entry.body.doc)
    }
    for (const { code, at, message } of await authors.found()) found(code, at, message)
    const next = grown(
      edge,
      leaves.map(({ hash }) => hash),
    )
    edge = next.edge
    for (const { level, number: tile, at, hashes } of next.growth)
      await checkTile(storage, layout, layout.tile(level, tile), at, hashes, found)
  }
  for (const path of await beyond(storage, layout, edge, [...tiles]))
    found('file-strange', path, 'a tile that no entry needs')
  return { edge, documents }
}

function tail(found: Found, at: string, length: number): void {
  found(
    'tail-unacknowledged',
    at,
    `${length} bytes were written and never acknowledged`,
    'opening the ledger for writing moves them to `cut`',
  )
}

async function checkTile(
  storage: Storage,
  layout: Layout,
  path: string,
  at: number,
  hashes: readonly Uint8Array[],
  found: Found,
): Promise<void> {
  const from = at * HASH_BYTES
  const held = hashesIn((await storage.read(path, from, from + hashes.length * HASH_BYTES)) ?? new Uint8Array(0))
  const bad = hashes.findIndex((hash, one) => !held[one] || !sameBytes(held[one], hash))
  if (bad >= 0) found('tile-damaged', `${told(layout, path)}, hash ${at + bad}`, 'the hash is not that of the entries')
}

/** Tiles that hold more than the entries account for: what a batch left behind that was never acknowledged. */
async function beyond(storage: Storage, layout: Layout, { tree }: Edge, paths: readonly string[]): Promise<string[]> {
  const needed = new Map<string, number>()
  for (let level = 0, count = tree.size; count > 0; level++, count = Math.floor(count / BUNDLE_ENTRIES)) {
    for (let number = 0; number * BUNDLE_ENTRIES < count; number++)
      needed.set(layout.tile(level, number), Math.min(BUNDLE_ENTRIES, count - number * BUNDLE_ENTRIES) * HASH_BYTES)
  }
  const strange: string[] = []
  for (const path of paths) {
    const length = needed.get(path)
    // A tile that is not full may have grown for a batch that was never acknowledged; opening cuts it.
    if (length === undefined) continue
    if (length === BUNDLE_ENTRIES * HASH_BYTES && ((await storage.read(path, length)) ?? []).length > 0)
      strange.push(told(layout, path))
  }
  return strange
}

function checkLeaf(
  bytes: Uint8Array,
  key: VerifierKey | null,
  ids: IdIndex,
  at: string,
  found: Found,
): { readonly leaf: Leaf | null; readonly entry: Entry | null } {
  const read = readLeaf(bytes)
  if (!read.ok) {
    found('entry-malformed', at, read.refusal.message)
    return { leaf: null, entry: null }
  }
  const leaf = read.value
  if (key && leaf.agreement !== key.name)
    found('entry-malformed', at, `the entry was made for the log \`${leaf.agreement}\``)
  if (leaf.withheld > 0) return { leaf, entry: null }
  const taken = takeEntry(leaf.open)
  if (!taken.ok) {
    found('entry-malformed', at, taken.refusals[0]!.message)
    return { leaf, entry: null }
  }
  const entry = taken.value
  if (ids.find(entry.body.id)) found('entry-repeated', at, `\`${entry.body.id}\` is in the record already`)
  const known = (id: string) => ids.find(id)
  const dangling = danglingReference(entry, known, { own: known })
  if (dangling) found(entry.type === 'ruling' ? 'rules-unknown' : 'withdraws-unknown', at, dangling.message)
  return { leaf, entry }
}

/** Whether the head continues the one that witnesses have seen. */
async function checkWitnessed(
  storage: Storage,
  layout: Layout,
  { head, key, verify }: { readonly head: Head; readonly key: VerifierKey; readonly verify: Verify },
  found: Found,
): Promise<void> {
  const file = told(layout, layout.witnessed)
  const read = await readHead(storage, layout.witnessed, key, verify)
  if (!read.ok)
    found('witnessed-damaged', file, read.refusal.message, 'ask the witnesses again: `truce ledger witness`')
  if (!read.ok || read.value === null) return
  const { size, root_hash } = read.value
  if (size > head.size)
    return found(
      'head-older',
      file,
      `witnesses have seen a head of ${size} entries, and this record has ${head.size} of them`,
      'this is an older copy: look for a newer one; it can be read and is not written to',
    )
  // From the tiles, each of which was compared with the entries above.
  const edge = size === head.size ? null : await edgeOnDisk(storage, layout, size)
  const own = size === head.size ? head.root_hash : edge && checkpointOf(edge).root_hash
  if (own !== null && own !== root_hash)
    found(
      'witnessed-differs',
      file,
      `witnesses have seen the root \`${root_hash}\` at ${size} entries, and this record has \`${own}\` there`,
      'somebody has signed two histories with this key: keep both copies, and compare them with `truce log verify`',
    )
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
