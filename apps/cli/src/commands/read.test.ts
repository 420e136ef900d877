// truce read as people and scripts run it: what it takes in, what it prints, and the code it ends with.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { appendFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const SAID = 'The Syrian army said on Friday that it had complied with the truce.'
const PAGE = `<!doctype html><html><head><meta name="date" content="2016-09-16T15:30+03:00"></head><body><h1>Truce kept</h1><p>${SAID}</p></body></html>`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truce-read-'))
  writeFileSync(join(folder, 'a.txt'), `${SAID}\n`)
  writeFileSync(join(folder, 'a.html'), PAGE)
  writeFileSync(join(folder, 'a.gif'), 'GIF89a')
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(words: readonly string[], input?: string | Uint8Array) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, 'read', ...words], {
    cwd: folder,
    input: input ?? '',
  })
  return { status, out: stdout.toString(), err: stderr.toString() }
}

describe('truce read', () => {
  it('quotes a page in the text that --text prints', () => {
    const { out: text } = read(['a.html', '--text'])
    const { status, out } = read(['a.html', '--json'])
    expect(status).toBe(0)
    const [claim] = JSON.parse(out)
    expect(claim).toMatchObject({ doc: 'a.html', published: '2016-09-16T15:30:00+03:00', date: '2016-09-16' })
    expect(text).toBe(`Truce kept\n\n${SAID}\n`)
    expect(text.slice(claim.start, claim.end)).toBe(claim.quote)
  })

  it('lets --published win over what the page says', () => {
    expect(JSON.parse(read(['a.html', '--json', '--published', '2016-09-23']).out)[0]).toMatchObject({
      published: '2016-09-23',
      date: '2016-09-23',
    })
  })

  it('takes any kind of file from standard input', () => {
    expect(read(['-', '--text'], PAGE).out).toContain(SAID)
    expect(read(['-', '--text'], `${SAID}\n`).out).toBe(`${SAID}\n`)
  })

  it('prints several texts below their names, or as JSON', () => {
    const { out } = read(['a.txt', 'a.html', '--text'])
    expect(out).toContain('==> a.txt <==\n')
    expect(JSON.parse(read(['a.txt', 'a.html', '--text', '--json']).out)).toMatchObject([
      { doc: 'a.txt', published: null, text: `${SAID}\n` },
      { doc: 'a.html', published: '2016-09-16T15:30:00+03:00' },
    ])
  })

  it('refuses what is no report, and reads the others', () => {
    const { status, out, err } = read(['a.gif', 'a.html', '--json'])
    expect(status).toBe(1)
    expect(err).toContain('`a.gif` is a GIF image')
    expect(JSON.parse(out)).toHaveLength(1)
  })

  it('without a file is used wrongly', () => {
    expect(read([]).status).toBe(2)
    expect(read(['a.txt', '--watch', '.']).status).toBe(2)
    expect(read(['--watch', 'nowhere']).status).toBe(2)
  })

  it('of plain text starts no parser', () => {
    const loaded = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,process.on('exit',()=>console.error(process.getActiveResourcesInfo().join()));import child from 'node:child_process';import {syncBuiltinESMExports} from 'node:module';child.spawn=()=>{throw new Error('a process was started')};syncBuiltinESMExports()`,
        TRUCE,
        'read',
        'a.txt',
        '--published',
        '2016-09-16',
        '--json',
      ],
      { cwd: folder },
    )
    expect(loaded.stderr.toString()).not.toContain('a process was started')
    expect(JSON.parse(loaded.stdout.toString())).toHaveLength(1)
  })
})

describe('truce read --watch', () => {
  it('prints the claims of whole files as they arrive, and ends well when it is interrupted', async () => {
    const inbox = mkdtempSync(join(tmpdir(), 'truce-inbox-'))
    writeFileSync(join(inbox, 'old.html'), PAGE)
    const child = spawn(process.execPath, [TRUCE, 'read', '--watch', inbox, '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const lines = createInterface({ input: child.stdout! })
    const docs: string[] = []
    const seen = (count: number) =>
      new Promise<void>((done) => {
        const look = (line?: string) => {
          if (line !== undefined) docs.push(JSON.parse(line).doc)
          if (docs.length >= count) done(lines.off('line', look) && undefined)
        }
        lines.on('line', look)
        look()
      })
    const exited = new Promise<number | null>((done) => {
      child.once('exit', (code) => done(code))
    })
    await sleep(1_500)
    const first = seen(1)
    // In two pieces, and under another name until it is whole.
    await writeFile(join(inbox, 'new.html.part'), PAGE.slice(0, 100))
    await sleep(500)
    await appendFile(join(inbox, 'new.html.part'), PAGE.slice(100))
    await rename(join(inbox, 'new.html.part'), join(inbox, 'new.html'))
    await first
    const second = seen(2)
    await writeFile(join(inbox, 'bad.pdf'), 'GIF89a')
    await writeFile(join(inbox, 'later.html'), PAGE)
    await second
    child.kill('SIGINT')
    expect(await exited).toBe(0)
    expect(docs).toEqual(['new.html', 'later.html'])
    rmSync(inbox, { recursive: true })
  })
})
