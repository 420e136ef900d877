// Kysely's way to a database in a thread: PostgreSQL's words, one connection, one caller at a time.
import {
  CompiledQuery,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { PgliteThread } from './thread.ts'

export function threadDialect(thread: PgliteThread): Dialect {
  return {
    createAdapter: () => new PGliteAdapter(),
    createDriver: () => turnTakingDriver(thread),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

/** Without turns, a query would land in whatever transaction another caller has open. */
function turnTakingDriver(thread: PgliteThread): Driver {
  const connection = connectionTo(thread)
  const run = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql))
  let last: Promise<void> = Promise.resolve()
  let endTurn: () => void = () => undefined

  return {
    init: async () => undefined,
    async acquireConnection() {
      const before = last
      const { promise, resolve } = Promise.withResolvers<void>()
      last = promise
      await before
      endTurn = resolve
      return connection
    },
    async releaseConnection() {
      endTurn()
    },
    async beginTransaction(_, { isolationLevel, accessMode }: TransactionSettings) {
      const level = isolationLevel ? ` isolation level ${isolationLevel}` : ''
      await run(`start transaction${level}${accessMode ? ` ${accessMode}` : ''}`)
    },
    async commitTransaction() {
      // After a refused statement PostgreSQL takes `commit` for `rollback`, and PGlite does not tell; this is refused.
      await run('select 1')
      await run('commit')
    },
    async rollbackTransaction() {
      await run('rollback')
    },
    destroy: () => thread.close(),
  }
}

function connectionTo(thread: PgliteThread): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, affected } = await thread.ask(sql, parameters)
      const counted = affected === undefined ? {} : { numAffectedRows: BigInt(affected) }
      return { rows: rows as R[], ...counted }
    },
    streamQuery() {
      throw new Error('Asked PGlite for a stream, which it does not have.')
    },
  }
}
