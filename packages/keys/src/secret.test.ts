import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { secretFrom, type FoundSecret, type KeyResult } from './index.ts'

const ROOT = mkdtempSync(join(tmpdir(), 'secret-'))
afterAll(() => rmSync(ROOT, { recursive: true }))

const SALT = new Uint8Array(16)
const given = <T>(result: KeyResult<T>): T => {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
const code = (result: KeyResult<unknown>) => (result.ok ? 'given' : result.refusal.code)
const derived = async ({ secret }: FoundSecret) => Buffer.from(await secret.derive(SALT)).toString('hex')

describe('the secret', () => {
  it('is what the environment says, in words or in a file', async () => {
    const path = join(ROOT, 'named')
    writeFileSync(path, 'four words of mine\n')
    const words = given(await secretFrom({ TRUCE_KEY_SECRET: 'four words of mine', HOME: ROOT }))
    const file = given(await secretFrom({ TRUCE_KEY_SECRET_FILE: path, HOME: ROOT }))
    expect(words.notice).toBeNull()
    expect(await derived(words)).toBe(await derived(file))
  })

  it('is drawn once otherwise, said to the user, kept apart and private', async () => {
    const env = { HOME: join(ROOT, 'home') }
    const path = join(ROOT, 'home', '.config', 'trucekeeper', 'secret')
    const first = given(await secretFrom(env))
    const again = given(await secretFrom(env))
    expect(first.notice).toMatchObject({ code: 'secret-drawn', message: expect.stringContaining(path) })
    expect(again.notice).toBeNull()
    expect(await derived(first)).toBe(await derived(again))
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(first.notice!.message).not.toContain(readFileSync(path, 'utf8').trim())
  })

  it('is not drawn for who only opens what is there, and is the same secret where there is one', async () => {
    const env = { HOME: join(ROOT, 'reader') }
    expect(code(await secretFrom(env, { draws: false }))).toBe('secret-missing')
    expect(existsSync(join(ROOT, 'reader'))).toBe(false)
    const drawn = given(await secretFrom(env))
    const found = given(await secretFrom(env, { draws: false }))
    expect(await derived(found)).toBe(await derived(drawn))
    chmodSync(join(ROOT, 'reader', '.config', 'trucekeeper', 'secret'), 0o644)
    expect(code(await secretFrom(env, { draws: false }))).toBe('keys-exposed')
  })

  it('is one for all who ask at once', async () => {
    const env = { XDG_CONFIG_HOME: join(ROOT, 'xdg'), HOME: ROOT }
    const found = await Promise.all(Array.from({ length: 8 }, async () => derived(given(await secretFrom(env)))))
    expect(new Set(found).size).toBe(1)
    const path = join(ROOT, 'xdg', 'trucekeeper', 'secret')
    expect(await derived(given(await secretFrom({ TRUCE_KEY_SECRET_FILE: path })))).toBe(found[0])
  })

  it('is refused when others can read it, when it is missing, and when it is empty', async () => {
    const env = { HOME: join(ROOT, 'exposed') }
    given(await secretFrom(env))
    chmodSync(join(ROOT, 'exposed', '.config', 'trucekeeper', 'secret'), 0o644)
    expect(code(await secretFrom(env))).toBe('keys-exposed')
    expect(code(await secretFrom({ TRUCE_KEY_SECRET_FILE: join(ROOT, 'nowhere') }))).toBe('secret-missing')
    expect(code(await secretFrom({ TRUCE_KEY_SECRET: ' ' }))).toBe('secret-malformed')
    expect(code(await secretFrom({ TRUCE_KEY_SECRET_FILE: ROOT }))).toBe('storage-failed')
  })

  it('is said to be short where all of its kind can be tried', async () => {
    expect(given(await secretFrom({ TRUCE_KEY_SECRET: 'truce' })).notice).toMatchObject({ code: 'secret-short' })
  })
})
