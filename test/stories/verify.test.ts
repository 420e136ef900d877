// Somebody with a receipt, a public key and no network finds out whether it holds, in a page that is a single file.
import axe from 'axe-core'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { formatVerifierKey, parseReceipt, type VerifierKey } from '@trucekeeper/merkle'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { keyOf, signer } from '../../packages/merkle/src/testing/crypto.ts'
import { consistency, entry, head, LOG, receipt } from '../../packages/merkle/src/testing/log.ts'
import { tabTo } from './stage.ts'

const WEB = resolve(import.meta.dirname, '../../apps/web')
const KEY = formatVerifierKey(keyOf(LOG))
const SECRET = entry('two barrel bombs fell near the clinic on Sheikh Road', [
  'body.quote',
  'body.speaker',
  'recorded_by',
])
const OPEN = entry('the road to the crossing was open all day')
const ENTRIES = [SECRET, OPEN, ...['a', 'b', 'c', 'd'].map((quote) => entry(quote))]

let folder: string
let browser: Browser
let url: string
const complaints: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'))
  const vite = join(dirname(createRequire(join(WEB, 'package.json')).resolve('vite/package.json')), 'bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, 'build', 'verify', '--outDir', folder], { cwd: WEB, env })
  url = pathToFileURL(join(folder, 'verify.html')).href
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  const noted = complaints.splice(0)
  if (noted.length > 0) throw new Error(`the browser complained:\n${noted.join('\n')}`)
})
afterAll(async () => {
  await browser?.close()
  if (folder) await rm(folder, { recursive: true })
})

async function visit(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (request.url() !== url) complaints.push(`asked ${request.url()}`)
  })
  await page.goto(url)
  return page
}

const asFile = (name: string, bytes: Uint8Array | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})
const choose = (page: Page, ...files: ReturnType<typeof asFile>[]) => page.getByLabel('Receipt').setInputFiles(files)
const verdict = (page: Page) => page.locator('.verdict h2').innerText()
const found = (page: Page) => page.locator('.found').allInnerTexts()

async function given(bytes: Uint8Array, key: VerifierKey | null = keyOf(LOG), options: BrowserContextOptions = {}) {
  const page = await visit(options)
  await choose(page, asFile('entry.tlog-proof', bytes))
  if (key !== null) await page.getByLabel('Public key of the log').fill(formatVerifierKey(key))
  return page
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** The receipt with one letter of some part of it replaced by another. */
function tampered(bytes: Uint8Array, part: RegExp): Uint8Array {
  const text = new TextDecoder().decode(bytes)
  const changed = text.replace(part, (whole) => {
    const at = Math.floor(whole.length / 2)
    return whole.slice(0, at) + (whole[at] === 'B' ? 'C' : 'B') + whole.slice(at + 1)
  })
  if (changed === text) throw new Error('nothing was changed')
  return new TextEncoder().encode(changed)
}

describe('a receipt in the page, without a server', () => {
  it('holds with the file and the key of its log, and shows its entry in words', async () => {
    const page = await given(receipt(ENTRIES, 1))
    await expect.poll(() => verdict(page)).toBe('It holds')
    const [said] = await found(page)
    expect(said).toContain(
      'the entry is number 2 of the 6 (index 1) that the log example.org/truce had signed on this head',
    )
    const words = await page.locator('.entry').innerText()
    expect(words).toContain('the road to the crossing was open all day')
    expect(words).not.toContain('withheld')
  })

  it('is not proved without a key, nor with that of another log', async () => {
    const page = await given(receipt(ENTRIES, 1), null)
    await expect.poll(() => verdict(page)).toBe('It is not proved')
    expect(await found(page)).toEqual([expect.stringContaining('not proved: no key given')])
    await expect.poll(() => page.locator('.entry').innerText()).toContain('Do not rely on them')
    await page.getByLabel('Public key of the log').fill(formatVerifierKey(keyOf(signer('example.org/other', 8))))
    await expect.poll(() => verdict(page)).toBe('It is not proved')
    await page.getByLabel('Public key of the log').fill('no key at all')
    await expect.poll(() => page.locator('.result').innerText()).toContain('no key at all is no verifier key')
  })

  it.each([
    ['its first line', /^.*\n/, /receipt|note|signature/],
    ['the entry', /(?<=\nextra .{100})./, /the entry or the proof was changed/],
    ['the proof', /(?<=\nindex 1\n.{10})./, /the entry or the proof was changed/],
    ['the index', /(?<=\nindex )1/, /no line index/],
    ['the origin of the head', /(?<=\n\nexample)./, /is of the log/],
    ['the root', /(?<=\n6\n.{10})./, /the signature of example.org\/truce does not hold/],
    ['the signature', /(?<=\n— \S+ .{30})./, /the signature of example.org\/truce does not hold/],
    ['the id of the key', /(?<=\n— \S+ )./, /has not signed this head with the key given/],
  ] as const)('does not hold when one letter of %s was changed, and says why', async (_, part, why) => {
    const page = await given(tampered(receipt(ENTRIES, 1), part))
    await expect.poll(() => verdict(page)).not.toBe('It holds')
    expect((await found(page)).join('\n')).toMatch(why)
  })

  it('does not hold with any of a hundred bytes changed', async () => {
    const bytes = receipt(ENTRIES, 1)
    const page = await given(bytes)
    for (let step = 0; step < 100; step++) {
      const at = Math.floor((bytes.length * step) / 100)
      await choose(page, asFile('entry.tlog-proof', bytes.with(at, bytes[at]! ^ 1)))
      await expect.poll(() => verdict(page), { message: `byte ${at}` }).not.toBe('It holds')
      await choose(page, asFile('entry.tlog-proof', bytes))
      await expect.poll(() => verdict(page)).toBe('It holds')
    }
  })

  it('shows what is withheld as withheld, and what disclosures open', async () => {
    const page = await given(receipt(ENTRIES, 0))
    await expect.poll(() => verdict(page)).toBe('It holds')
    const words = page.locator('.entry')
    await expect.poll(() => words.locator('div', { hasText: 'Words' }).first().innerText()).toContain('withheld')
    await expect.poll(() => words.locator('div', { hasText: 'Entered by' }).first().innerText()).toContain('withheld')
    await expect.poll(() => words.innerText()).toContain('8 digests stand for what is still withheld, or for nothing')
    await choose(page, asFile('shown.json', JSON.stringify(SECRET.disclosures.slice(0, 1))))
    await expect.poll(() => words.innerText()).toContain('two barrel bombs fell near the clinic on Sheikh Road')
    await expect.poll(() => words.locator('.disclosed').count()).toBe(1)
    await expect.poll(() => verdict(page)).toBe('It holds')
  })

  it('takes no disclosure of another entry', async () => {
    const page = await given(receipt(ENTRIES, 1))
    await choose(page, asFile('shown.json', JSON.stringify(SECRET.disclosures)))
    await expect.poll(() => verdict(page)).toBe('It does not hold')
    await expect.poll(() => page.locator('.entry').innerText()).not.toContain('barrel bombs')
  })

  it('makes no markup of what is in a file', async () => {
    const page = await given(receipt([entry('<img src=x onerror=alert(1)><b>bold</b>')], 0))
    await expect.poll(() => verdict(page)).toBe('It holds')
    await expect.poll(() => page.locator('.entry img, .entry b').count()).toBe(0)
    await expect.poll(() => page.locator('.entry').innerText()).toContain('<b>bold</b>')
  })

  it('does not pass for signed when it is a bare proof, which anybody can make', async () => {
    const page = await visit()
    await choose(page, asFile('proof.json', consistency(ENTRIES, 2)))
    await expect.poll(() => verdict(page)).toBe('It holds')
    await expect.poll(() => page.locator('.verdict').innerText()).toContain('it bears no signature of a key above')
  })

  it('tells of a split view when two heads of its log contradict each other', async () => {
    const page = await given(receipt(ENTRIES, 1))
    await choose(page, asFile('other', head([...ENTRIES.slice(0, 5), entry('another')])))
    await expect.poll(() => verdict(page)).toBe('It does not hold')
    expect((await found(page)).join('\n')).toContain('proof of a split view')
  })

  it('is dropped on the page together with its key, and needs no mouse otherwise', async () => {
    const page = await visit()
    const bytes = [...receipt(ENTRIES, 1)]
    await page.evaluate(
      ([bytes, key]) => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(bytes)], 'dropped.tlog-proof'))
        data.items.add(new File([`${key}\n`], 'log.vkey'))
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
      },
      [bytes, KEY] as const,
    )
    await expect.poll(() => verdict(page)).toBe('It holds')
    await tabTo(page, '#key')
    await tabTo(page, 'button')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.result').innerText()).toContain('Nothing to verify yet')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('files')
  })

  it.each([
    ['light', 360],
    ['light', 1280],
    ['dark', 360],
    ['dark', 1280],
  ] as const)('can be read by everybody, %s at %i px', async (colorScheme, width) => {
    const look = { colorScheme, viewport: { width, height: 900 } }
    for (const bytes of [receipt(ENTRIES, 0), tampered(receipt(ENTRIES, 1), /(?<=\n6\n.{10})./)]) {
      const page = await given(bytes, keyOf(LOG), look)
      await page.locator('.verdict').waitFor()
      expect(await violations(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0)
    }
  })

  it('holds the leaf of the entry in its extra line', () => {
    expect(parseReceipt(receipt(ENTRIES, 1))).toMatchObject({ ok: true, value: { extra: OPEN.bytes } })
  })

  it.each([
    ['ar', 'rtl', 'يصح'],
    ['ru', 'ltr', 'Верна'],
    ['fr', 'ltr', 'Il est valable'],
  ])('is told in the language of the browser: %s', async (locale, direction, holds) => {
    const page = await visit({ locale, viewport: { width: 360, height: 900 } })
    await page.locator('#files').setInputFiles(asFile('entry.tlog-proof', receipt(ENTRIES, 1)))
    await page.locator('#key').fill(KEY)
    await expect.poll(() => verdict(page)).toBe(holds)
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe(direction)
    // The reasons are those of the library, which speaks English.
    const reasons = await page.locator('.found [lang=en]').allInnerTexts()
    expect(reasons.join('\n')).toContain('the entry is number 2 of the 6')
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    )
  })
})
