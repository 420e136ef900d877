// truce ledger witness: asks the witnesses of a policy to cosign the newest head, and keeps what they answer.
import { readFile } from 'node:fs/promises'
import { keepWitnessedHead, witnessesOf, type LedgerReader } from '@trucekeeper/ledger'
import { nodeCrypto } from '@trucekeeper/keys'
import { consistencyProof, parsePolicy, type Policy } from '@trucekeeper/merkle'
import { gatherCosignatures } from '@trucekeeper/witness'
import { ledgerFolder } from '@trucekeeper/workspace'
import type { Command } from 'commander'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

export function addLedgerWitness(
  ledger: Command,
  io: Terminal,
  readable: (dir: string) => Promise<LedgerReader>,
): void {
  ledger
    .command('witness')
    .description('ask the witnesses of a policy to cosign the newest head, and keep their cosignatures')
    .argument('<dir>', 'a folder with a ledger')
    .requiredOption('--policy <file>', 'whom to ask and how many have to (C2SP tlog-policy)')
    .option('--json', 'print JSON')
    .action(async (dir: string, { policy: file, json }: { policy: string; json?: true }) => {
      const policy = await policyIn(file)
      const reader = await readable(dir)
      const { size, note } = reader.head
      const gathered = await gatherCosignatures(policy, { note, proofFrom: (from) => proofFrom(reader, from) })
      if (!gathered.ok) throw new Stop(gathered.refusal.message, gathered.refusal.help, NO)
      const { quorum, notCosigned, alarms } = gathered.value
      const by = witnessesOf(gathered.value.note, policy, nodeCrypto.verify)
      if (by.length > 0) await keepWitnessedHead(ledgerFolder(dir), gathered.value.note)
      const said = by.map(({ name, at }) => ({ name, at: at.toISOString() }))
      const without = notCosigned.map(({ name, refusal }) => ({ name, why: refusal.message }))
      if (json) printJson(io, { size, quorum_met: quorum.met, why: quorum.why, witnessed_by: said, without })
      else {
        const asked = quorum.met ? 'witnessed as the policy asks' : 'not witnessed as the policy asks'
        io.print(`${size} entries, ${asked}: ${quorum.why}`)
        for (const { name, at } of said) io.print(`  ${name} at ${at}`)
        for (const { name, why } of without) io.print(`  without ${name}: ${why}`)
      }
      const [alarm] = alarms
      if (alarm)
        throw new Stop(
          `${alarm.name}: ${alarm.refusal.message}`,
          'stop writing to this record until somebody has found out which copy is the newest',
          NO,
        )
      if (!quorum.met) throw new Stop('', '', NO)
    })
}

async function proofFrom(reader: LedgerReader, from: bigint): Promise<readonly Uint8Array[]> {
  const { size } = reader.head
  return consistencyProof(nodeCrypto.hash, Number(from), size, reader.nodesAt(size))
}

async function policyIn(file: string): Promise<Policy> {
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) throw new Stop(`\`${file}\` cannot be read`, 'name a policy file')
  const policy = parsePolicy(nodeCrypto.hash, bytes)
  if (!policy.ok) throw new Stop(`\`${file}\`: ${policy.message}`, policy.help)
  return policy.value
}
