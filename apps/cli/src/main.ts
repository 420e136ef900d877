// The command: reads its words, runs one of its commands, and ends with 0 (done), 1 (the answer is no) or 2 (used wrongly).
import { CommanderError } from 'commander'
import { programOf } from './program.ts'
import { Stop, terminal } from './terminal.ts'

const io = terminal()

// A reader that closed its end early ("truce status | head") has seen what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  const program = await programOf(io, process.argv[2])
  await program.parseAsync(process.argv)
} catch (error) {
  if (error instanceof Stop) {
    if (error.message !== '') io.fail(error.message, error.help)
    process.exitCode = error.exitCode
  } else if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
    const [, , command, ...words] = process.argv
    if (command === 'protect' && error.exitCode !== 0)
      await (await import('./protection/misused.ts')).takeDownMisuse(io, words)
  } else {
    throw error
  }
}
