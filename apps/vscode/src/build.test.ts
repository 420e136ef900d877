import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { positionOf, startClient } from '../../language-server/src/testing/client.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
// Outside the project, so that nothing of it can be found by accident.
const dist = mkdtempSync(join(tmpdir(), 'truce-extension-'))

beforeAll(async () => {
  for (const mode of ['extension', 'server'])
    await build({ root, configFile: join(root, 'vite.config.ts'), mode, logLevel: 'silent', build: { outDir: dist } })
})
afterAll(() => rmSync(dist, { recursive: true }))

describe('the built extension', () => {
  it('has the file that the manifest starts, which needs nothing but the editor and Node', () => {
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const path = join(dist, basename(main))
    expect(existsSync(path)).toBe(true)
    const code = readFileSync(path, 'utf8')
    const needed = new Set([...code.matchAll(/\brequire\("([^"]+)"\)/g)].map((found) => found[1]!.replace('node:', '')))
    expect(needed).toContain('vscode')
    expect([...needed].filter((name) => name !== 'vscode' && !builtinModules.includes(name))).toEqual([])
    expect(code).toMatch(/exports\.activate = /)
    expect(code).toMatch(/exports\.deactivate = /)
    expect(code).toContain('dist/server.mjs')
  })

  it('has a server that runs alone and finds what is wrong', async () => {
    const alone = join(dist, 'alone')
    cpSync(join(dist, 'server.mjs'), join(alone, 'server.mjs'))
    const client = await startClient(process.execPath, [join(alone, 'server.mjs'), '--stdio'])
    try {
      expect(client.hello.serverInfo?.name).toBe('truce')
      const text = '# 🕊\n\n```truce\npartty north\n  name         North\n```\n'
      await client.open('untitled:a', text)
      const found = (await client.findings('untitled:a')).find(({ code }) => code === 'unknown-kind')!
      expect(found.range.start).toEqual(positionOf(text, 'partty'))
      expect(client.complaints()).toBe('')
      expect(await client.stop()).toBe(0)
    } finally {
      client.kill()
    }
  })
})
