// truce ledger keys, disclose, erase: who signs the record, and what it withholds.
import { writeFile } from 'node:fs/promises'
import { keyHistory, type KeyEvent } from '@trucekeeper/claims'
import { authorOfLeaf, type Ledger, type LedgerReader } from '@trucekeeper/ledger'
import { formatVerifierKey, refusedKey } from '@trucekeeper/merkle'
import { nodeCrypto } from '@trucekeeper/keys'
import type { Command } from 'commander'
import { entryName, placeOf } from './ledger-copies.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'
import { writerAt } from '../writer.ts'

type Readable = (dir: string) => Promise<LedgerReader>

export function addLedgerKeys(ledger: Command, io: Terminal, readable: Readable): void {
  async function writing<T>(dir: string, work: (writer: Ledger) => Promise<T>): Promise<T> {
    // A record is begun by entering something, and by nothing else.
    await readable(dir)
    const writer = await writerAt(io, dir)
    try {
      return await work(writer)
    } finally {
      await writer.close()
    }
  }

  ledger
    .command('keys')
    .description('print the public key of the log and those that sign its entries')
    .argument('<dir>', 'a folder with a ledger')
    .option('--json', 'print JSON')
    .action(async (dir: string, { json }: { json?: true }) => {
      const reader = await readable(dir)
      const log = formatVerifierKey(reader.verifierKey)
      const { register, stateAt } = await historyOf(reader)
      const authors = [...register.keys.values()].map(({ id, person, device, organisation, registeredAt }) => ({
        id,
        person,
        device,
        organisation,
        registered_at: registeredAt,
        state: stateAt(id, Math.max(0, reader.size - 1)),
      }))
      if (json) printJson(io, { log, authors })
      else {
        io.print(`log     ${log}`)
        for (const { id, person, device, organisation, state } of authors)
          io.print(`author  ${id}  ${state}  ${person}${organisation ? ` (${organisation})` : ''}, ${device}`)
      }
    })

  ledger
    .command('disclose')
    .description('print what an entry withholds, with the salts that prove it, for somebody who is to see it')
    .argument('<dir>', 'a folder with a ledger and its keys')
    .requiredOption('--entry <n>', 'which entry: its number, from 0, or its id', entryName)
    .option('--fields <names>', 'only these, with commas between: body.quote', (text) => text.split(','))
    .option('--out <file>', 'write it to a file')
    .option('--json', 'as without it: it is JSON')
    .action(
      async (dir: string, { entry, fields, out }: { entry: number | string; fields?: string[]; out?: string }) => {
        const disclosed = await writing(dir, async (writer) => {
          const index = await placeOf(writer, entry)
          const all = await writer.disclosures(index)
          if (all === null)
            throw new Stop(`entry ${index} withholds nothing that could be disclosed`, 'it may have been destroyed', NO)
          const chosen = all.filter((one) => fields === undefined || fields.includes(nameIn(one)))
          const leafUtf8 = new TextDecoder().decode(await writer.leaf(index))
          return { index, leafUtf8, disclosures: chosen }
        })
        if (out === undefined) printJson(io, disclosed)
        else await writeFile(out, `${JSON.stringify(disclosed, null, 2)}\n`)
      },
    )

  ledger
    .command('erase')
    .description('destroy what an entry withholds, for good; the record stays provable')
    .argument('<dir>', 'a folder with a ledger and its keys')
    .requiredOption('--entry <n>', 'which entry: its number, from 0, or its id', entryName)
    .requiredOption('--reason <text>', 'why')
    .option('--json', 'print JSON')
    .action(async (dir: string, { entry, reason, json }: { entry: number | string; reason: string; json?: true }) => {
      const index = await writing(dir, async (writer) => {
        const place = await placeOf(writer, entry)
        const done = await writer.destroy(place, reason)
        if (!done.ok) throw new Stop(done.refusal.message, done.refusal.help, NO)
        return place
      })
      if (json) return printJson(io, { erased: index })
      io.print(`what entry ${index} withheld is gone; copies made before hold it until it is destroyed there too`)
      io.print(
        `SQL tables that were given its content keep it until they are built anew: \`truce ledger tables ${dir} --rebuild\`,`,
      )
      io.print('with --database for those in another database.')
    })
}

function nameIn(disclosure: string): string {
  const [, name] = JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8')) as [string, string, unknown]
  return name
}

async function historyOf(reader: LedgerReader) {
  const events: KeyEvent[] = []
  for await (const { index, entry } of reader.entries()) {
    if (entry.type === 'key') events.push({ index, author: authorOfLeaf(await reader.leaf(index)), body: entry.body })
  }
  return keyHistory(events, { agreement: reader.verifierKey.name, verify: nodeCrypto.verify, refusedKey })
}
