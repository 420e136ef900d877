// truce log: what a log handed out, verified offline.
import { nodeCrypto } from '@trucekeeper/keys'
import { examine, sortOf, type Examined, type NamedFile } from '@trucekeeper/merkle'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { statSync } from 'node:fs'
import type { Command } from 'commander'
import { bytesAt, collect } from '../arguments.ts'
import { logFolder, verifyFolder } from '../log/folder.ts'
import { keysNamed, policyAt } from '../log/trust.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface VerifyOptions {
  key?: string[]
  policy?: string
  entry?: string
  json?: true
}

export function addLog(program: Command, io: Terminal): void {
  const log = program.command('log').description('what a log handed out: verify it offline')

  log
    .command('verify')
    .description('say whether receipts, heads, proofs, entries or a whole ledger folder hold, and why')
    .argument('<file...>', 'files that a log handed out, or a folder with a ledger; - for standard input')
    .option(
      '--key <vkey>',
      'the public key of a log, a witness or an author, or a file with some; can be repeated',
      collect,
    )
    .option('--policy <file>', 'which logs and witnesses to believe, and how many of whom must have cosigned')
    .option('--entry <file>', 'the entry that a receipt is for, where it does not hold it')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nFiles that belong together are given together: two heads and the proof between them, a receipt and disclosures.\nExit codes: 0 all of it holds, 1 something does not, 2 used wrongly.\n\nExamples:\n  truce log verify entry-17.tlog-proof --key "trucekeeper.example/aleppo-2016+1a2b3c4d+AbC…"\n  truce log verify old.checkpoint new.checkpoint proof.json --key log.vkey\n  truce log verify my-folder/ledger --key log.vkey',
    )
    .action((paths: string[], options: VerifyOptions) => verify(io, paths, options))
}

async function verify(io: Terminal, paths: readonly string[], options: VerifyOptions): Promise<void> {
  const keys = await keysNamed(options.key ?? [])
  const policy = options.policy === undefined ? undefined : await policyAt(options.policy)
  const entry = options.entry === undefined ? undefined : leafOf(await bytesAt(options.entry))
  const trust = { keys, ...(policy && { policy }) }
  const files: NamedFile[] = []
  for (const path of paths) if (!isFolder(path)) files.push({ name: path, bytes: await bytesAt(path) })
  const answers: (Examined & { readonly file: string })[] = []
  for (const path of paths) {
    const file = files.find(({ name }) => name === path)
    const others = files.filter((other) => other !== file)
    const items = file
      ? examine(file.bytes, path, { ...nodeCrypto, ...trust, ...(entry && { entry }), others, publicKeyOf })
      : await verifyFolder(logFolder(path), trust)
    answers.push(...items.map((item) => ({ file: path, ...item })))
  }
  if (options.json) printJson(io, answers)
  else for (const answer of answers) say(io, answer)
  if (answers.some(({ ok }) => !ok)) throw new Stop('', '', NO)
}

function say(io: Terminal, { file, what, ok, why, help, id }: Examined & { readonly file: string }): void {
  const mark = ok ? io.colours.blue('holds') : io.colours.red('does not hold')
  io.print(`${file}: ${mark}: ${what}${id === undefined ? '' : ` ${id}`}: ${why}`)
  if (help !== undefined) io.print(`  help: ${help}`)
}

/** The leaf as it stands in a file; a receipt given for one would never match, so that is said. */
function leafOf(bytes: Uint8Array): Uint8Array {
  if (sortOf(bytes).sort !== 'receipt') return bytes
  throw new Stop(
    '--entry is given a receipt, not an entry',
    'name the file of the entry; a receipt is verified by itself',
  )
}

function isFolder(path: string): boolean {
  return path !== '-' && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)
}

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The public key of a seed, which vectors of cosignatures give. */
function publicKeyOf(seed: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
}
