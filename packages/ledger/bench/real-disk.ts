// Cuts the power of a real file system under the real writer, and fills a real disk. Needs root and loop devices; says
// so and skips where it has none.
//
// node packages/ledger/bench/real-disk.ts [ROUNDS]
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fsck, readLedger } from '../src/index.ts'
import { randomFrom, upTo } from '../src/faults/random.ts'
import { valueOf } from '../src/faults/results.ts'
import { claimEntry } from '../src/faults/sample-entries.ts'
import { openTestLedger } from '../src/faults/test-keys.ts'
import { compareWith, startWriter, type Said } from '../src/faults/write-and-kill.ts'

const CONTROLS = 3
const rounds = Number(process.argv[2] ?? 50)
const folder = mkdtempSync(join(tmpdir(), 'ledger-real-disk-'))
const mount = join(folder, 'disk')
const faults: string[] = []

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: nothing more reaches the disk, the journal neither. */
const CUT =
  'use Fcntl; sysopen(D, $ARGV[0], O_RDONLY) or die $!; my $how = pack("L", 2); ioctl(D, 0x8004587d, $how) or die $!'

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

function canMount(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it needs Linux and root'
  const missing = ['mkfs.ext4', 'losetup', 'mount', 'perl'].find((tool) => spawnSync('which', [tool]).status !== 0)
  if (missing) return `it needs \`${missing}\``
  return spawnSync('losetup', ['-f']).status === 0 ? null : 'there is no free loop device'
}

function newDisk(): string {
  const image = join(folder, 'image')
  writeFileSync(image, '')
  run('truncate', '-s', '256M', image)
  run('mkfs.ext4', '-q', '-F', image)
  return image
}

/** Lets the writer write on the mounted disk, cuts the power, and mounts what is left. */
async function cut(image: string, first: number, after: number, ...control: 'unsynced'[]): Promise<Said> {
  run('mount', '-o', 'loop', image, mount)
  const { writer, writing, ended } = startWriter(join(mount, 'ledger'), first, Infinity, ...control)
  try {
    await writing
    await new Promise((resolve) => setTimeout(resolve, after))
    run('perl', '-e', CUT, mount)
  } finally {
    writer.kill('SIGKILL')
  }
  const said = await ended
  run('umount', mount)
  run('mount', '-o', 'loop', image, mount)
  return said
}

async function powerCuts(): Promise<void> {
  const image = newDisk()
  const dir = join(mount, 'ledger')
  const random = randomFrom(2016)
  const all = new Map<string, number>()
  const openings: number[] = []
  let [heads, size] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const said = await cut(image, round * 100_000, upTo(random, 600))
    const reopened = await compareWith(dir, said)
    faults.push(...reopened.lost.map((what) => `round ${round}: ${what}`))
    openings.push(reopened.milliseconds)
    size = reopened.size
    heads += said.heads.size
    for (const [id, index] of said.places) all.set(id, index)
    if (round < rounds - 1) run('umount', mount)
  }
  const { lost } = await compareWith(dir, { places: all, heads: new Map(), refusal: null, signal: null })
  faults.push(...lost.map((what) => `at the end: ${what}`))
  const { ok, findings } = await fsck(dir)
  if (!ok) faults.push(...findings.map(({ message, at }) => `fsck: ${message} (${at})`))
  run('umount', mount)
  openings.sort((a, b) => a - b)
  console.log(`ext4 cut without a flush   ${rounds} rounds`)
  console.log(`acknowledged entries       ${all.size} under ${heads} heads; ${size - all.size} more had come in unsaid`)
  console.log(`opening again              ${at(openings, 0.5)} in the middle, ${at(openings, 1)} at most`)
}

function at(sorted: readonly number[], part: number): string {
  return `${sorted[Math.floor((sorted.length - 1) * part)]!.toFixed(0)} ms`
}

/** The same with a writer that never syncs: a rig that loses nothing then would prove nothing. */
async function control(): Promise<void> {
  let lost = 0
  for (let round = 0; round < CONTROLS; round++) {
    const said = await cut(newDisk(), 0, 300, 'unsynced')
    if ((await compareWith(join(mount, 'ledger'), said)).lost.length > 0) lost++
    run('umount', mount)
  }
  if (lost === 0) faults.push('a writer that never syncs lost nothing: the cut is none')
  console.log(`a writer that never syncs  lost what it had acknowledged in ${lost} of ${CONTROLS} rounds`)
}

async function fullDisk(): Promise<void> {
  run('mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', mount)
  const dir = join(mount, 'ledger')
  const ledger = valueOf(await openTestLedger(dir))
  // Something else fills the disk, up to what a handful of batches need.
  const ballast = join(mount, 'ballast')
  const { bavail, bsize } = statfsSync(mount)
  writeFileSync(ballast, new Uint8Array(bavail * bsize - 400_000))
  const batch = (number: number) => Array.from({ length: 20 }, (_, at) => claimEntry(number * 20 + at))
  let next = 0
  let refused = ''
  while (refused === '') {
    const answer = await ledger.append(batch(next))
    if (answer.ok) next++
    else refused = answer.refusal.code
  }
  if (refused !== 'disk-full') faults.push(`a full disk was refused with \`${refused}\``)
  const size = ledger.size
  if (size !== next * 20) faults.push(`${next * 20} entries were acknowledged and there are ${size}`)
  let read = 0
  for await (const _ of valueOf(await readLedger(dir)).entries()) read++
  if (read !== size) faults.push(`while the disk was full ${read} of ${size} entries could be read`)
  rmSync(ballast)
  const freed = performance.now()
  const again = await ledger.append(batch(next))
  const resumed = performance.now() - freed
  if (!again.ok) faults.push(`with space again it refused: ${again.refusal.message}`)
  await ledger.close()
  const { ok } = await fsck(dir)
  if (!ok) faults.push('fsck finds damage after the disk was full')
  run('umount', mount)
  console.log(`full disk (tmpfs, 4 MB)    refused with \`${refused}\` after ${size} entries, all read meanwhile`)
  console.log(`writing again              ${resumed.toFixed(0)} ms after there was space`)
}

const why = canMount()
if (why !== null) console.log(`skipped: ${why}`)
else {
  mkdirSync(mount)
  try {
    await powerCuts()
    await control()
    await fullDisk()
  } finally {
    spawnSync('umount', [mount], { stdio: 'ignore' })
  }
  console.log(`lost or damaged            ${faults.length}`)
  for (const fault of faults.slice(0, 10)) console.log(fault)
}
rmSync(folder, { recursive: true })
process.exitCode = faults.length === 0 ? 0 : 1
