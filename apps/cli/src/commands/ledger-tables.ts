// truce ledger tables: the SQL tables of a record, brought up to it or built anew.
import { join } from 'node:path'
import type { LedgerReader } from '@trucekeeper/ledger'
import type { Command } from 'commander'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface TablesOptions {
  readonly database?: string
  readonly rebuild?: true
  readonly json?: true
}

export function addLedgerTables(ledger: Command, io: Terminal, readable: (dir: string) => Promise<LedgerReader>): void {
  ledger
    .command('tables')
    .description('bring the SQL tables up to the record, or build them anew: they hold nothing of their own')
    .argument('<dir>', 'a folder with a ledger')
    .option('--database <address>', 'a PostgreSQL database, postgres://user@host/name; by default a folder of its own')
    .option('--rebuild', 'drop them and build them anew, to the same content')
    .option('--json', 'print JSON')
    .action(async (dir: string, { database, rebuild: anew, json }: TablesOptions) => {
      const { catchUp, openPglite, openPostgres, rebuild } = await import('@trucekeeper/ledger/projection')
      const reader = await readable(dir)
      const opened = database === undefined ? await openPglite(join(dir, 'projection')) : await openPostgres(database)
      if (!opened.ok) throw new Stop(opened.refusal.message, opened.refusal.help, NO)
      try {
        const done = anew ? await rebuild(opened.value.db, reader) : await catchUp(opened.value.db, reader)
        if (!done.ok) throw new Stop(done.refusal.message, done.refusal.help, NO)
        const { size, root_hash, added } = done.value
        if (json) printJson(io, { size, root_hash, added })
        else io.print(`the tables hold ${size} entries, ${added} of them added now, root ${root_hash}`)
      } finally {
        await opened.value.close()
      }
    })
}
