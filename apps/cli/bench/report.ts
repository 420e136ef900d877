// How long the reports of a week take from the command line, in turns with another checkout where one is named: a loaded machine
// slows both alike, so that their ratio says what a change did.
// node apps/cli/bench/report.ts [OTHER_CHECKOUT] [ROUNDS]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const [other, rounds = '5'] = process.argv.slice(2)
const own = resolve(import.meta.dirname, '../../..')
const checkouts = other === undefined ? [own] : [resolve(other), own]
const out = mkdtempSync(join(tmpdir(), 'week-'))

for (const format of ['md', 'html', 'pdf', 'docx']) {
  const times = checkouts.map((): number[] => [])
  // The first round fills the folder for what was compiled, and does not count.
  for (let round = 0; round <= Number(rounds); round++)
    for (const [index, checkout] of checkouts.entries()) {
      const taken = secondsOf(checkout, format)
      if (round > 0) times[index]!.push(taken)
    }
  const said = times.map((all) => `${median(all).toFixed(2)} s (least ${Math.min(...all).toFixed(2)})`)
  const ratio = times.length < 2 ? '' : `, ${(median(times[1]!) / median(times[0]!)).toFixed(2)} of it`
  console.log(`${format.padEnd(5)} ${said.join(' → ')}${ratio}`)
}
rmSync(out, { recursive: true, force: true })

function secondsOf(checkout: string, format: string): number {
  const week = ['--from', '2016-09-13', '--to', '2016-09-19', '--format', format, '--out', out]
  const began = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(checkout, 'apps/cli/bin/truce.js'), 'report', join(own, 'examples/aleppo-2016'), ...week],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return (performance.now() - began) / 1000
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[all.length >> 1]!
}
