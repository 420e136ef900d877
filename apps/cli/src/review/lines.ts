// The lines a person answers with, or a script: one at a time, and an end.
import { createInterface } from 'node:readline'

export interface Lines {
  /** Asks and waits; null when no more is said. */
  ask(prompt: string): Promise<string | null>
  close(): void
}

/** Reads standard input. An interrupt ends it like the end of the input does: nothing decided is lost. */
export function linesOf(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Lines {
  const isTerminal = input.isTTY === true && output.isTTY === true
  const reader = createInterface({ input, ...(isTerminal && { output }), terminal: isTerminal })
  reader.on('SIGINT', () => reader.close())
  const heard = reader[Symbol.asyncIterator]()
  return {
    async ask(prompt) {
      reader.setPrompt(prompt)
      if (isTerminal) reader.prompt()
      else output.write(prompt)
      const { value, done } = await heard.next()
      // Whoever reads a log of it sees the answers where they were given.
      if (!isTerminal) output.write(`${done ? '' : String(value)}\n`)
      return done ? null : String(value)
    },
    close: () => reader.close(),
  }
}
