// What whoever has the machine does about people, as one message each, so that a running server can be told it.
import {
  enterProvider,
  inviteAsOperator,
  letSpeak,
  membersAsOperator,
  organisationsAsOperator,
  isDesk,
  isRole,
  readProvider,
  removeProvider,
  seatAtDesk,
  type Db,
  type DeskId,
  type Handed,
  type Member,
  type Organisation,
  type Refusal,
  type Role,
} from '@trucekeeper/people'

export type Errand =
  | {
      readonly do: 'invite'
      readonly name: string
      readonly organisation: string
      readonly desk: DeskId
      readonly roles: readonly Role[]
    }
  | { readonly do: 'seat'; readonly person: string; readonly desk: DeskId; readonly roles: readonly Role[] }
  | { readonly do: 'provider'; readonly id: string; readonly organisation: string; readonly file: string }
  | { readonly do: 'remove-provider'; readonly id: string }
  | { readonly do: 'list'; readonly desk: DeskId }
  | { readonly do: 'speak'; readonly organisation: string; readonly speaks_for: readonly string[] }
  | { readonly do: 'organisations' }

export type Outcome =
  | { readonly ok: true; readonly value: Handed | readonly Member[] | Organisation | readonly Organisation[] | null }
  | { readonly ok: false; readonly refusal: Pick<Refusal, 'message' | 'help'> }

export async function runErrand(db: Db, errand: Errand, now: number): Promise<Outcome> {
  if (errand.do === 'invite') return inviteAsOperator(db, errand, now)
  if (errand.do === 'seat') return seatAtDesk(db, errand, now)
  if (errand.do === 'list') return { ok: true, value: await membersAsOperator(db, errand.desk) }
  if (errand.do === 'speak') return letSpeak(db, errand)
  if (errand.do === 'organisations') return { ok: true, value: await organisationsAsOperator(db) }
  if (errand.do === 'remove-provider') return removeProvider(db, errand.id)
  const setting = readProvider(errand.file)
  if (!setting.ok) return setting
  return enterProvider(db, { ...errand, setting: setting.value }, now)
}

/** An errand as it came in a message; null for anything else. */
export function errandIn(line: string): Errand | null {
  try {
    const read = JSON.parse(line) as Record<string, unknown>
    const texts = (...names: string[]) => names.every((name) => typeof read[name] === 'string')
    const seat = texts('desk') && isDesk(String(read.desk)) && Array.isArray(read.roles) && read.roles.every(isRole)
    const fits =
      (read.do === 'invite' && texts('name', 'organisation') && seat) ||
      (read.do === 'seat' && texts('person') && seat) ||
      (read.do === 'provider' && texts('id', 'organisation', 'file')) ||
      (read.do === 'speak' && texts('organisation') && isTexts(read.speaks_for)) ||
      read.do === 'organisations' ||
      (read.do === 'remove-provider' && texts('id')) ||
      (read.do === 'list' && texts('desk') && isDesk(String(read.desk)))
    return fits ? (read as unknown as Errand) : null
  } catch {
    return null
  }
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string')
