// Ten bugs, each a small change of the store's own source, that the rig has to find.
import type { Edit } from './substitutions.ts'

export interface Mutant {
  readonly name: string
  readonly edits: readonly Edit[]
}

const commit = (from: string, to: string): Edit => ({ file: 'ledger/src/commit.ts', from, to })

const SYNC_PIECES = '(await inOrder(pieces, ({ path }) => final(() => storage.sync(path)))) ??'
const SYNC_FOLDERS = '(await inOrder(folders.toReversed(), (folder) => final(() => storage.syncFolder(folder)))) ??'
const READ_BACK = '(await readBack(storage, layout, before, edge, bundles, leaves))'
const COMPARED = '(await headMoved(storage, layout, before.head)) ??'
const SETTLED = '    (await final(own.settle))\n'

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'acknowledges before it syncs',
    edits: [
      commit(SYNC_PIECES, ''),
      commit(
        '  return { ok: true, acknowledged: { head, edge, lastLength: lengthAfter(before, leaves) } }',
        `  void inOrder(pieces, ({ path }) => final(() => storage.sync(path)))
  return { ok: true, acknowledged: { head, edge, lastLength: lengthAfter(before, leaves) } }`,
      ),
      // The late sync is not awaited, so that the answer is on its way before it begins.
      commit(
        '    await work()\n    return null\n  } catch (error) {\n    const { message }',
        '    await null\n    await work()\n    return null\n  } catch (error) {\n    const { message }',
      ),
    ],
  },
  { name: 'syncs no folder', edits: [commit(SYNC_FOLDERS, '')] },
  {
    name: 'renames a head before it syncs it',
    edits: [
      commit('    (await final(apart.sync)) ??\n    (await final(own.sync)) ??\n', ''),
      commit(
        SETTLED,
        `${SETTLED.trimEnd()} ??\n    (await final(() => storage.sync(lastSigned))) ??\n    (await final(() => storage.sync(checkpoint)))\n`,
      ),
    ],
  },
  {
    name: 'does not check what it reads',
    edits: [
      { file: 'ledger/src/acknowledged.ts', from: 'if (root_hash !== head.root_hash)', to: 'if (root_hash === null)' },
      {
        file: 'ledger/src/acknowledged.ts',
        from: 'if (bad < 0) return',
        to: 'if (last.leaves.length >= hashes.length) return',
      },
      {
        file: 'ledger/src/reader.ts',
        from: 'const sound = good < 0 ? leaves.length : good',
        to: 'const sound = leaves.length',
      },
    ],
  },
  {
    name: 'gives an index twice',
    edits: [
      {
        file: 'ledger/src/ledger.ts',
        from: 'const size = acknowledged.head.size + fresh.length',
        to: 'const size = acknowledged.head.size',
      },
    ],
  },
  {
    name: 'signs before it reads back',
    edits: [
      commit(`${SYNC_FOLDERS}\n    ${READ_BACK}`, SYNC_FOLDERS.slice(0, -3)),
      commit(SETTLED, `${SETTLED.trimEnd()} ??\n    ${READ_BACK}\n`),
    ],
  },
  {
    name: 'tries a failed sync again',
    edits: [
      commit(
        "    const { message } = refusedByStorage(error, 'making the entries safe on disk').refusal",
        "    if (await work().then(() => true, () => false)) return null\n    const { message } = refusedByStorage(error, 'making the entries safe on disk').refusal",
      ),
    ],
  },
  {
    name: 'takes no notice of a full disk',
    edits: [
      commit(
        "    const result = refusedByStorage(error, 'writing the entries')\n",
        "    const result = refusedByStorage(error, 'writing the entries')\n    if (result.refusal.code === 'disk-full') return null\n",
      ),
    ],
  },
  {
    name: 'does not compare the head with the one signed last',
    edits: [
      commit(`const written =\n    ${COMPARED}`, 'const written ='),
      commit('    stopping(await headMoved(storage, layout, before.head)) ??\n', ''),
    ],
  },
  {
    name: 'trusts its memory and not the disk',
    edits: [
      commit('(await storage.read(path, at, at + bytes.length)) ?? NOTHING', 'bytes'),
      commit('const held = await storage.read(path, at, at + bytes.length)', 'const held = bytes'),
      commit('const old = await edgeOnDisk(storage, layout, before.head.size)', 'const old = before.edge'),
      commit('const onDisk = await edgeOnDisk(storage, layout, edge.tree.size)', 'const onDisk = edge'),
    ],
  },
]
