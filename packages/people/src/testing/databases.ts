// The two databases that the tests of people run on, each new and empty.
import { randomUUID } from 'node:crypto'
import { addressOf, asAdmin, postgresSocket } from '../../../ledger/src/projection/testing/databases.ts'
import { openTables, type OpenTables, type Place } from '../database.ts'

export interface TestTables extends OpenTables {
  /** The server's address, as its administrator; null on PGlite. */
  readonly address: string | null
}

export interface TestDatabase {
  readonly name: string
  readonly skipped: boolean
  open(): Promise<TestTables>
}

export async function testDatabases(): Promise<readonly TestDatabase[]> {
  const socket = await postgresSocket()
  return [
    { name: 'PGlite', skipped: false, open: async () => ({ ...(await tablesAt(null)), address: null }) },
    {
      name: socket === null ? 'PostgreSQL (skipped: there is none)' : 'PostgreSQL',
      skipped: socket === null,
      open: () => onServer(socket!),
    },
  ]
}

async function onServer(socket: string): Promise<TestTables> {
  const name = `people_${randomUUID().replaceAll('-', '')}`
  await asAdmin(socket, `create database ${name}`)
  const address = addressOf(socket, name)
  const { db, close } = await tablesAt({ url: address })
  return {
    db,
    address,
    async close() {
      await close()
      await asAdmin(socket, `drop database ${name} with (force)`)
    },
  }
}

export async function tablesAt(place: Place): Promise<OpenTables> {
  const opened = await openTables(place)
  if (!opened.ok) throw new Error(opened.refusal.message)
  return opened.value
}
