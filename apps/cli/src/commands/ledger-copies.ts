// truce ledger receipt, backup, restore: what leaves the record, and how it comes back.
import { writeFile } from 'node:fs/promises'
import { backUp, receiptOf, restore, type LedgerReader, type LedgerRefusal } from '@trucekeeper/ledger'
import { formatVerifierKey } from '@trucekeeper/merkle'
import { ledgerFolder } from '@trucekeeper/workspace'
import { InvalidArgumentError, type Command } from 'commander'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

type Readable = (dir: string) => Promise<LedgerReader>

export function addLedgerCopies(ledger: Command, io: Terminal, readable: Readable): void {
  ledger
    .command('receipt')
    .description('print a proof that an entry is in the record, which holds without this folder (C2SP tlog-proof)')
    .argument('<dir>', 'a folder with a ledger')
    .requiredOption('--entry <n>', 'which entry: its number, from 0, or its id', entryName)
    .option('--out <file>', 'write it to a file')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  truce ledger receipt my-folder --entry 17 --out entry-17.receipt\n  truce log verify entry-17.receipt --key my-folder/ledger/verifier-key',
    )
    .action(async (dir: string, { entry, out, json }: { entry: number | string; out?: string; json?: true }) => {
      const reader = await readable(dir)
      const index = await placeOf(reader, entry)
      const witnessed = await reader.witnessed()
      // A head that others vouch for proves more than a newer one that only the log has signed.
      const receipt = await receiptOf(reader, index, witnessed && witnessed.size > index ? witnessed : reader.head)
      const [text, key] = [new TextDecoder().decode(receipt), formatVerifierKey(reader.verifierKey)]
      if (out !== undefined) await writeFile(out, receipt)
      if (json) printJson(io, { entry: index, verifier_key: key, receipt: text })
      else if (out === undefined) io.print(text.trimEnd())
      else io.print(`the receipt of entry ${index} is in ${out}; it holds with the key\n  ${key}`)
    })

  ledger
    .command('backup')
    .description('copy the record, as far as it is acknowledged now, into a new folder; its keys are not in it')
    .argument('<dir>', 'a folder with a ledger')
    .argument('<to>', 'a folder that is empty or not there')
    .option('--json', 'print JSON')
    .action(async (dir: string, to: string, { json }: { json?: true }) => {
      const taken = await backUp(ledgerFolder(dir), to)
      if (!taken.ok) throw stopped(taken.refusal)
      if (json) printJson(io, taken.value)
      else {
        io.print(`${taken.value.size} entries copied, root ${taken.value.root_hash}`)
        io.print(`The keys in ${ledgerFolder(dir)}-keys are not among them: keep a copy of those in another place.`)
      }
    })

  ledger
    .command('restore')
    .description('put a copy of the record back, once all of it has been recomputed')
    .argument('<backup>', 'what truce ledger backup made')
    .argument('<dir>', 'the folder whose ledger is gone')
    .option('--json', 'print JSON')
    .action(async (backup: string, dir: string, { json }: { json?: true }) => {
      const put = await restore(backup, ledgerFolder(dir))
      if (!put.ok) throw stopped(put.refusal)
      const { size, root_hash, findings } = put.value
      if (json) printJson(io, { size, root_hash, findings })
      else {
        io.print(`${size} entries are back, root ${root_hash}`)
        for (const { severity, message, help } of findings) io.print(`${severity}: ${message}\n  help: ${help}`)
        io.print(
          'If more had been signed since, it can be read and is not written to: an older head is never signed again.',
        )
      }
    })
}

export function entryName(text: string): number | string {
  if (/^[a-z]{3}_[0-9a-f]{20}$/.test(text)) return text
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('give the number of an entry, from 0, or its id')
  return Number(text)
}

export async function placeOf(reader: LedgerReader, entry: number | string): Promise<number> {
  if (typeof entry === 'number') {
    if (entry < reader.size) return entry
    throw new Stop(`there is no entry ${entry}`, `the record has ${reader.size} entries, counted from 0`, NO)
  }
  for await (const logged of reader.entries()) if (logged.entry.body.id === entry) return logged.index
  throw new Stop(`the record has no entry \`${entry}\``, '`truce ledger cat` prints them all, with their ids', NO)
}

function stopped({ message, help }: LedgerRefusal): Stop {
  return new Stop(message, help, NO)
}
