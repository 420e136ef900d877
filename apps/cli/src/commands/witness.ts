// truce witness: a small witness that cosigns the heads of logs, each only ever grown from the one before.
import { openKeyring, secretFrom } from '@trucekeeper/keys'
import { beginWitness, serveWitness } from '@trucekeeper/witness'
import type { Command } from 'commander'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

export function addWitness(program: Command, io: Terminal): void {
  const witness = program
    .command('witness')
    .description('cosign the heads of logs, each only ever grown from the one before')

  witness
    .command('init')
    .description('make the key and the folder of a witness, and print the key that others put into their policies')
    .argument('<dir>', 'a folder that is not there yet')
    .requiredOption('--name <name>', 'the name of the witness: witness.example/one')
    .option('--json', 'print JSON')
    .action(async (dir: string, { name, json }: { name: string; json?: true }) => {
      const made = await beginWitness({ dir, keyring: await keyringBeside(io, dir), name })
      if (!made.ok) throw new Stop(made.refusal.message, made.refusal.help, NO)
      if (json) return printJson(io, { verifier_key: made.value })
      io.print(made.value)
      io.print(`Write the verifier keys of the logs to witness into ${dir}/logs, one a line.`)
    })

  witness
    .command('serve')
    .description('answer the logs that are listed in its folder (C2SP tlog-witness), on this machine only')
    .argument('<dir>', 'what truce witness init made')
    .option('--port <n>', 'the port', Number, 4710)
    .action(async (dir: string, { port }: { port: number }) => {
      const onBug = (error: unknown) =>
        io.progress(error instanceof Error ? (error.stack ?? error.message) : String(error))
      const served = await serveWitness({ dir, keyring: await keyringBeside(io, dir), port, onBug })
      if (!served.ok) throw new Stop(served.refusal.message, served.refusal.help, NO)
      io.print(`witnessing ${served.value.origins.length} logs at ${served.value.url}`)
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void served.value.close().then(() => process.exit(0)))
    })
}

async function keyringBeside(io: Terminal, dir: string) {
  const secret = await secretFrom(process.env)
  if (!secret.ok) throw new Stop(secret.refusal.message, secret.refusal.help, NO)
  if (secret.value.notice) io.progress(secret.value.notice.message)
  const ring = await openKeyring(`${dir.replace(/\/+$/, '')}-keys`, secret.value.secret)
  if (!ring.ok) throw new Stop(ring.refusal.message, ring.refusal.help, NO)
  return ring.value
}
