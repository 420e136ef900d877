// What is no command of the protection check, or none of its options, is asked of it all the same, so that it leaves an entry.
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { Stop, type Terminal } from '../terminal.ts'
import { operatorDoorOf, usualKeys, withService } from './opened.ts'

/** `words`: all that came after `truce protect`. Without a folder of a service among them there is nowhere to write. */
export async function takeDownMisuse(io: Terminal, words: readonly string[]): Promise<void> {
  const valueOf = (option: string) => {
    const at = words.indexOf(option)
    const joined = words.find((word) => word.startsWith(`${option}=`))
    return joined?.slice(option.length + 1) ?? (at < 0 ? undefined : words[at + 1])
  }
  for (const dir of words.filter((word) => !word.startsWith('-'))) {
    if (!(await isThere(join(dir, 'entries'))) && !(await isThere(operatorDoorOf(dir)))) continue
    const by = valueOf('--as') ?? ''
    await withService(io, dir, valueOf('--keys') ?? usualKeys(), (service) => service.unread(by)).catch((error) => {
      // It is refused already.
      if (!(error instanceof Stop)) throw error
      io.notice(error.message)
    })
    return
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
