import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { decodeBase64Url, encodeBase64Url, refusedKey } from '@trucekeeper/merkle'
import { afterAll, describe, expect, it } from 'vitest'
import { keyId, nodeCrypto, openKeyring, Secret, type Keyring, type KeyResult } from './index.ts'

const ROOT = mkdtempSync(join(tmpdir(), 'keys-'))
afterAll(() => rmSync(ROOT, { recursive: true }))

const drawn = (byte: number) => new Secret(`trucekeeper-secret-1:${encodeBase64Url(new Uint8Array(32).fill(byte))}`)
const SECRET = drawn(7)
let folders = 0
const folder = () => join(ROOT, `folder-${folders++}`)
const given = <T>(result: KeyResult<T>): T => {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
const code = (result: KeyResult<unknown>) => (result.ok ? 'given' : result.refusal.code)
const opened = async (dir: string, secret = SECRET): Promise<Keyring> => given(await openKeyring(dir, secret))
const MESSAGE = new TextEncoder().encode('the convoy has passed')

describe('a keyring', () => {
  it('keeps its keys from one opening to the next', async () => {
    const dir = folder()
    const first = await opened(dir)
    const log = given(await first.createLogKey('example.org/log'))
    const author = given(await first.createAuthorKey({ person: 'a monitor', device: 'laptop' }))
    const again = await opened(dir)
    expect(again.logKeys).toEqual([log])
    expect(again.authorKeys).toEqual([author])
    const signer = again.authorSigner(author.id)!
    expect(nodeCrypto.verify(author.publicKey, MESSAGE, signer.sign(MESSAGE))).toBe(true)
    expect(signer.sign(MESSAGE)).toEqual(first.authorSigner(author.id)!.sign(MESSAGE))
    expect(nodeCrypto.verify(log.publicKey, MESSAGE, again.noteSigner(log.id)!.sign(MESSAGE))).toBe(true)
  })

  it('names a key by its public part, which is one that may be registered', async () => {
    const author = given(await (await opened(folder())).createAuthorKey({ person: 'a monitor', device: 'laptop' }))
    expect(author.id).toBe(keyId(author.publicKey))
    expect(author.id).toMatch(/^key_[0-9a-f]{20}$/)
    expect(refusedKey(author.publicKey)).toBeNull()
  })

  it('uses no key for what it was not made for', async () => {
    const keyring = await opened(folder())
    const log = given(await keyring.createLogKey('example.org/log'))
    const witness = given(await keyring.createWitnessKey('example.org/witness'))
    const author = given(await keyring.createAuthorKey({ person: 'a monitor', device: 'laptop' }))
    expect(keyring.authorSigner(log.id)).toBeNull()
    expect(keyring.noteSigner(author.id)).toBeNull()
    expect(keyring.noteSigner('key_0')).toBeNull()
    expect(keyring.noteSigner(log.id)!.type).toBe('ed25519')
    expect(keyring.noteSigner(witness.id)!.type).toBe('cosignature/v1')
  })

  it('never makes a second key of one name, not even when it does not know of the first', async () => {
    const dir = folder()
    const [one, other] = [await opened(dir), await opened(dir)]
    const first = given(await one.createLogKey('example.org/log'))
    expect(code(await other.createLogKey('example.org/log'))).toBe('key-exists')
    expect(code(await one.createLogKey('example.org/log'))).toBe('key-exists')
    expect((await opened(dir)).logKeys).toEqual([first])
  })

  it.each(['', 'two words', 'a+b', 'a\nb'])('makes no log key called %j', async (name) => {
    expect(code(await (await opened(folder())).createLogKey(name))).toBe('name-malformed')
  })

  it('makes no author key for somebody without a visible name', async () => {
    const keyring = await opened(folder())
    expect(code(await keyring.createAuthorKey({ person: '', device: 'laptop' }))).toBe('name-malformed')
    expect(code(await keyring.createAuthorKey({ person: 'a', device: 'lap\u202etop' }))).toBe('name-malformed')
  })

  it('opens with a passphrase, however its letters are composed', async () => {
    const dir = folder()
    given(await (await opened(dir, new Secret('caf\u00e9 on the corner'))).createLogKey('example.org/log'))
    expect((await opened(dir, new Secret('cafe\u0301 on the corner'))).logKeys).toHaveLength(1)
    expect(code(await openKeyring(dir, new Secret('cafe on the corner')))).toBe('secret-wrong')
    expect(code(await openKeyring(dir, SECRET))).toBe('secret-wrong')
  })
})

describe('the files of a keyring', () => {
  async function withKeys(): Promise<{ dir: string; files: string[] }> {
    const dir = folder()
    const keyring = await opened(dir)
    given(await keyring.createLogKey('example.org/log'))
    given(await keyring.createAuthorKey({ person: 'a monitor', device: 'laptop' }))
    given(await keyring.sealer('sealed'))
    return { dir, files: readdirSync(dir).map((name) => join(dir, name)) }
  }

  it('can be read by their owner alone, and nothing else is left lying about', async () => {
    const { dir, files } = await withKeys()
    expect(statSync(dir).mode & 0o777).toBe(0o700)
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600, 0o600])
    expect(files.every((file) => file.endsWith('.key'))).toBe(true)
  })

  it('are refused when others could read them', async () => {
    const { dir, files } = await withKeys()
    chmodSync(files[0]!, 0o640)
    expect(code(await openKeyring(dir, SECRET))).toBe('keys-exposed')
    chmodSync(files[0]!, 0o600)
    chmodSync(dir, 0o755)
    expect(code(await openKeyring(dir, SECRET))).toBe('keys-exposed')
  })

  it('open with their own secret alone', async () => {
    const { dir } = await withKeys()
    expect(code(await openKeyring(dir, drawn(8)))).toBe('secret-wrong')
  })

  it('are refused when any character of them is another, names and public parts included', async () => {
    const { dir, files } = await withKeys()
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      for (let at = 0; at < text.length; at += 3) {
        writeFileSync(file, `${text.slice(0, at)}${text[at] === 'b' ? 'c' : 'b'}${text.slice(at + 1)}`)
        expect(['key-malformed', 'secret-wrong']).toContain(code(await openKeyring(dir, SECRET)))
      }
      writeFileSync(file, text)
    }
    expect(code(await openKeyring(dir, SECRET))).toBe('given')
  })

  it('cannot take the place of one another', async () => {
    const { dir, files } = await withKeys()
    const author = files.find((file) => file.includes('author-'))!
    renameSync(author, author.replace(/.\.key$/, 'x.key'))
    expect(code(await openKeyring(dir, SECRET))).toBe('key-malformed')
  })
})

describe('a private key', () => {
  it('is in nothing that can be printed, sent or thrown', async () => {
    const dir = folder()
    const keyring = await opened(dir)
    const author = given(await keyring.createAuthorKey({ person: 'a monitor', device: 'laptop' }))
    const log = given(await keyring.createLogKey('example.org/log'))
    const sealer = given(await keyring.sealer('sealed'))
    const found = await import('./key-file.ts')
    const secrets: string[] = []
    for (const name of readdirSync(dir)) {
      const file = found.parseKeyFile(readFileSync(join(dir, name), 'utf8'))!
      const bytes = found.openKeyFile(file, await SECRET.derive(decodeBase64Url(file.header.salt)!))!
      expect(bytes).toHaveLength(32)
      for (const encoding of ['hex', 'base64', 'base64url'] as const)
        secrets.push(Buffer.from(bytes).toString(encoding).slice(0, 40))
      // As arrays of numbers are printed.
      secrets.push([...bytes.subarray(0, 6)].join(', '), [...bytes.subarray(0, 6)].join(','))
    }
    const wrong = await openKeyring(dir, drawn(9))
    const things = [
      keyring,
      keyring.authorSigner(author.id),
      keyring.noteSigner(log.id),
      sealer,
      SECRET,
      wrong,
      author,
      log,
    ]
    const seen = things
      .flatMap((thing) => [
        inspect(thing, { depth: Infinity, showHidden: true, getters: true, maxArrayLength: null }),
        JSON.stringify(thing),
        String(thing),
      ])
      .join('\n')
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([])
    const passphrase = new Secret('a passphrase of several words')
    expect(inspect(passphrase, { showHidden: true, depth: Infinity }) + JSON.stringify({ passphrase })).not.toContain(
      'several',
    )
  })
})

describe('a sealer', () => {
  it('gives back what it sealed, for the context it was sealed for', async () => {
    const dir = folder()
    const sealer = given(await (await opened(dir)).sealer('sealed'))
    const context = new TextEncoder().encode('entry 7')
    const sealed = sealer.seal(MESSAGE, context)
    const later = given(await (await opened(dir)).sealer('sealed'))
    expect(new Uint8Array(later.open(sealed, context)!)).toEqual(MESSAGE)
    expect(sealer.seal(MESSAGE, context)).not.toEqual(sealed)
    expect(sealer.open(sealed, MESSAGE)).toBeNull()
    expect(sealer.open(sealed.slice(1), context)).toBeNull()
    expect(sealer.open(sealed.slice(0, 20), context)).toBeNull()
    expect(given(await (await opened(dir)).sealer('other')).open(sealed, context)).toBeNull()
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.slice()
      changed[at]! ^= 1
      expect(sealer.open(changed, context)).toBeNull()
    }
  })
})
