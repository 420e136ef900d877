// The protection check as a command has it: by the process that serves its folder, or opened by this one.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { secretFrom } from '@trucekeeper/keys'
import { openEntries, operatorDoorAt, Protection, type Operated } from '@trucekeeper/protect'
import { NO, Stop, type Terminal } from '../terminal.ts'

/** Another command may have the folder just now. */
const PATIENCE_MS = 10_000

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: { readonly message: string; readonly help: string } }

/** What was given; a refusal ends the command. */
export function done<T>(result: Outcome<T>): T {
  if (!result.ok) throw new Stop(result.refusal.message, result.refusal.help, NO)
  return result.value
}

export async function withService<T>(
  io: Terminal,
  dir: string,
  keys: string,
  work: (service: Operated) => Promise<T>,
): Promise<T> {
  const served = await operatorDoorAt(operatorDoorOf(dir))
  const service = served ?? (await openedHere(io, dir, keys))
  try {
    return await work(service)
  } finally {
    if (service instanceof Protection) await service.close()
  }
}

/** `accepts`: a copy that is older than what this machine saw. */
export async function openedHere(io: Terminal, dir: string, keys: string, accepts?: true): Promise<Protection> {
  const { TRUCE_PROTECT_SECRET, TRUCE_PROTECT_SECRET_FILE, HOME } = process.env
  // Never the secret of the record: whoever keeps that must not open this.
  const secret = done(
    await secretFrom({
      HOME,
      TRUCE_KEY_SECRET: TRUCE_PROTECT_SECRET,
      TRUCE_KEY_SECRET_FILE: TRUCE_PROTECT_SECRET_FILE,
      XDG_CONFIG_HOME: configFolder(),
    }),
  )
  if (secret.notice) io.progress(secret.notice.message)
  const seenIn = { dir: seenFolder(), ...(accepts && { accepts }) }
  const store = done(await openEntries(dir, keys, secret.secret, { patience_ms: PATIENCE_MS, seenIn }))
  return done(await Protection.over(store, Date.now))
}

/** Both in folders that nobody else may enter. */
export const operatorDoorOf = (dir: string) => join(dir, 'operator', 'door')
export const pageDoorOf = (dir: string) => join(dir, 'page', 'door')

export const usualKeys = () => join(configFolder(), 'keys')

/** Apart from the folder and from its keys, so that who puts both back from a copy does not put this back. */
function seenFolder(): string {
  return join(process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'trucekeeper', 'protect')
}

function configFolder(): string {
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'trucekeeper', 'protect')
}
