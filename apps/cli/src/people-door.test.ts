// Doing something about people while a server holds their tables.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTables, type OpenTables } from '@trucekeeper/people'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askAtDoor, openDoor } from './people-door.ts'
import type { Errand } from './people-errands.ts'

let dir: string
let tables: OpenTables
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'door-'))
  const opened = await openTables(null)
  if (!opened.ok) throw new Error(opened.refusal.message)
  tables = opened.value
})
afterEach(async () => {
  await tables.close()
  await rm(dir, { recursive: true })
})

const invite: Errand = { do: 'invite', name: 'Noor', organisation: 'United Nations', desk: 'un', roles: ['reader'] }

describe('the door of a running server', () => {
  it('does what it is told, and says what it refuses', async () => {
    const door = await openDoor(dir, tables.db)
    const invited = await askAtDoor(dir, invite)
    expect(invited).toMatchObject({ ok: true, value: { token: expect.stringMatching(/^[\w-]{43}$/) } })
    expect(await askAtDoor(dir, { do: 'list', desk: 'un' })).toEqual({ ok: true, value: [] })
    const nobody = await askAtDoor(dir, { do: 'seat', person: 'nobody', desk: 'un', roles: ['reader'] })
    expect(nobody).toMatchObject({ ok: false, refusal: { message: 'there is nothing here under that name' } })
    const file = await askAtDoor(dir, { do: 'provider', id: 'un', organisation: 'United Nations', file: '{}' })
    expect(file).toMatchObject({ ok: false, refusal: { help: expect.stringContaining('https://') } })
    await door.close()
  })

  it('is told for whom an organisation speaks', async () => {
    const door = await openDoor(dir, tables.db)
    const speak: Errand = { do: 'speak', organisation: 'United Nations', speaks_for: ['united-nations'] }
    expect(await askAtDoor(dir, speak)).toMatchObject({ ok: false, refusal: { help: 'invite somebody of it first' } })
    await askAtDoor(dir, invite)
    expect(await askAtDoor(dir, speak)).toMatchObject({ ok: true })
    expect(await askAtDoor(dir, { do: 'organisations' })).toEqual({
      ok: true,
      value: [{ name: 'United Nations', speaks_for: ['united-nations'] }],
    })
    expect(await askAtDoor(dir, { ...speak, speaks_for: [1] } as unknown as Errand)).toMatchObject({ ok: false })
    await door.close()
  })

  it('is open to its owner alone', async () => {
    const door = await openDoor(dir, tables.db)
    const sign = await stat(join(dir, 'people.door'))
    expect(sign.mode & 0o777).toBe(0o600)
    await door.close()
  })

  it('is not there where no server runs, nor where one ended without closing it', async () => {
    expect(await askAtDoor(dir, invite)).toBeNull()
    await writeFile(join(dir, 'people.door'), join(dir, 'gone'))
    expect(await askAtDoor(dir, invite)).toBeNull()
    const door = await openDoor(dir, tables.db)
    await door.close()
    expect(await askAtDoor(dir, invite)).toBeNull()
  })

  it.each([
    { do: 'drop' },
    { ...invite, roles: ['owner'] },
    { ...invite, desk: 'everywhere' },
    { do: 'seat', person: 1, desk: 'un', roles: [] },
  ])('does nothing else: %o', async (errand) => {
    const door = await openDoor(dir, tables.db)
    expect(await askAtDoor(dir, errand as Errand)).toMatchObject({ ok: false })
    await door.close()
  })
})
