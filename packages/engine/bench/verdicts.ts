// How the cost of the whole verdict table grows: with clauses, with accounts, with the record.
import { statusOf } from '../src/index.ts'
import { pactOf, recordOf, reports } from './pact.ts'
import { statusOfExample } from './example.ts'
import { growing, mustAgree, printTable, quickest } from './table.ts'

const AT = Date.UTC(2016, 8, 20, 23)
const TIMES = 3
const CLAUSES = [1, 4, 16, 64]
const ACCOUNTS = [1, 2, 4, 7, 14]
const RECORDS = [500, 1000, 2000, 4000]

export async function verdicts(): Promise<void> {
  anyOrder()
  await byClauses()
  await byAccounts()
  await byRecord()
  await statusOfExample()
}

/** The same bytes from the record the other way round, or there is nothing to time. */
function anyOrder(): void {
  const agreement = pactOf({ clauses: 12 })
  const claims = reports(500)
  const ask = (some: typeof claims) =>
    JSON.stringify(statusOf(agreement, recordOf(some), { at: AT, knownAt: null }).clauses)
  mustAgree('the record backwards', ask(claims), ask(claims.toReversed()))
}

async function byClauses(): Promise<void> {
  const record = recordOf(reports(1000))
  const grown = growing()
  for (const clauses of CLAUSES) {
    const agreement = pactOf({ clauses })
    grown.add(clauses, await quickest(TIMES, () => statusOf(agreement, record, { at: AT, knownAt: null })))
  }
  printTable({
    title: 'Verdict table: number of clauses',
    about: `Bans and duties in eight valleys, all seven accounts, 1 000 claims over twenty days; the whole table from scratch,
      best of ${TIMES}.`,
    heads: ['clauses', 'table', 'per clause', 'to the row above'],
    rows: grown.rows,
  })
}

async function byAccounts(): Promise<void> {
  const agreement = pactOf({ clauses: 12, accounts: 7 })
  const record = recordOf(reports(2000))
  const ids = agreement.accounts.map(({ id }) => id)
  const ask = (number: number) => statusOf(agreement, record, { at: AT, knownAt: null, accounts: ids.slice(0, number) })
  const first = (number: number) => JSON.stringify(ask(number).clauses.map(({ verdicts }) => verdicts[ids[0]!]))
  mustAgree('one account alone and among others', first(1), first(ids.length))
  const grown = growing()
  for (const number of ACCOUNTS) grown.add(number, await quickest(TIMES, () => ask(number)))
  printTable({
    title: 'Verdict table: number of accounts',
    about: `Twelve clauses, 2 000 claims; the whole table from scratch for so many accounts, best of ${TIMES}. Tallies and
      incidents are made whatever is asked for.`,
    heads: ['accounts', 'table', 'per account', 'to the row above'],
    rows: grown.rows,
  })
}

async function byRecord(): Promise<void> {
  const agreement = pactOf({ clauses: 12 })
  const grown = growing()
  for (const size of RECORDS) {
    const record = recordOf(reports(size))
    grown.add(size, await quickest(TIMES, () => statusOf(agreement, record, { at: AT, knownAt: null })))
  }
  printTable({
    title: 'Verdict table: size of the record',
    about: `Twelve clauses, seven accounts, claims over twenty days; the whole table from scratch, best of ${TIMES}. The record is
      twice that of the row above: 2× is growth in proportion.`,
    heads: ['claims', 'table', 'per claim', 'to the row above'],
    rows: grown.rows,
  })
}
