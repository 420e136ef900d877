// The terminal as the commands see it: how wide it is, whether it shows colour, where words and progress go.
import pc from 'picocolors'

export const DONE = 0
export const NO = 1
export const MISUSED = 2

/** Ends a command with a message and an exit code: a request that could not be met, never a bug. */
export class Stop extends Error {
  readonly help: string
  readonly exitCode: number

  constructor(message: string, help: string, exitCode: number = MISUSED) {
    super(message)
    this.help = help
    this.exitCode = exitCode
  }
}

export type Colours = ReturnType<typeof pc.createColors>

export interface Terminal {
  /** Columns of the terminal; 100 where there is none. */
  readonly width: number
  readonly colours: Colours
  print(text: string): void
  /** A whole file. What is no text is for another command or a file: on a terminal it would be noise, and is refused as `what`. */
  printFile(content: string | Uint8Array, what: string): void
  /** Progress, to standard error and only to a terminal. */
  progress(text: string): void
  /** What somebody has to know though they did not ask, to standard error, wherever that leads. */
  notice(text: string): void
  fail(message: string, help: string): void
}

const WITHOUT_TERMINAL = 100
const NARROWEST = 40

export function terminal(): Terminal {
  // Where CI is set, colours are taken to be wanted anywhere; they are for a terminal alone.
  const coloursOn = (stream: NodeJS.WriteStream) => pc.createColors(pc.isColorSupported && stream.isTTY === true)
  const colours = coloursOn(process.stdout)
  const columns = process.stdout.columns ?? (Number(process.env.COLUMNS) || WITHOUT_TERMINAL)
  return {
    width: Math.max(NARROWEST, columns),
    colours,
    print: (text) => process.stdout.write(`${text}\n`),
    printFile(content, what) {
      if (typeof content !== 'string' && process.stdout.isTTY)
        throw new Stop(`${what} is no text`, 'name a file with --out, or send it on with > FILE')
      process.stdout.write(typeof content === 'string' ? content.replace(/\n?$/, '\n') : content)
    },
    progress(text) {
      if (process.stderr.isTTY) process.stderr.write(`${colours.dim(text)}\n`)
    },
    notice: (text) => process.stderr.write(`${text}\n`),
    fail(message, help) {
      process.stderr.write(
        `${coloursOn(process.stderr).red('error')}: ${message}\n${help === '' ? '' : `  help: ${help}\n`}`,
      )
    },
  }
}

/** Prints a value as JSON, two spaces deep. */
export function printJson({ print }: Terminal, value: unknown): void {
  print(JSON.stringify(value, null, 2))
}
