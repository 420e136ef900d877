// The terminal as the commands see it: how wide it is, whether it shows colour, where words and progress go.
import { printable, printableJson } from '@trucekeeper/diagnostics'
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
  const onErrors = coloursOn(process.stderr)
  const columns = process.stdout.columns ?? (Number(process.env.COLUMNS) || WITHOUT_TERMINAL)
  return {
    width: Math.max(NARROWEST, columns),
    colours,
    print: (text) => process.stdout.write(`${shown(text, colours)}\n`),
    printFile(content, what) {
      if (typeof content !== 'string' && process.stdout.isTTY)
        throw new Stop(`${what} is no text`, 'name a file with --out, or send it on with > FILE')
      if (typeof content !== 'string') process.stdout.write(content)
      else process.stdout.write((process.stdout.isTTY ? shown(content, colours) : content).replace(/\n?$/, '\n'))
    },
    progress(text) {
      if (process.stderr.isTTY) process.stderr.write(`${shown(onErrors.dim(text), onErrors)}\n`)
    },
    notice: (text) => process.stderr.write(`${shown(text, onErrors)}\n`),
    fail(message, help) {
      process.stderr.write(
        shown(`${onErrors.red('error')}: ${message}\n${help === '' ? '' : `  help: ${help}\n`}`, onErrors),
      )
    },
  }
}

/** Bold, dim and the colours that the commands use, and their ends. */
// oxlint-disable-next-line no-control-regex -- it is how they begin
const OWN_COLOURS = /(\u001B\[(?:[12]|22|3[1-69])m)/

/** Reports quote whom they like: what would move the cursor, hide a line or name the window is taken out, and colours where there are none. */
function shown(text: string, { isColorSupported }: Colours): string {
  const parts = text.split(OWN_COLOURS).map((part, index) => {
    if (index % 2 === 0) return printable(part)
    return isColorSupported ? part : ''
  })
  return parts.join('').replaceAll(/\r(?!\n)/g, ' ')
}

/** Prints a value as JSON, two spaces deep. */
export function printJson({ print }: Pick<Terminal, 'print'>, value: unknown): void {
  print(printableJson(JSON.stringify(value, null, 2)))
}
