// Which desks there are, and what somebody may do at one.
export const DESKS = ['party-a', 'party-b', 'guarantor', 'un', 'monitors', 'humanitarian', 'public'] as const
export type DeskId = (typeof DESKS)[number]

export const ROLES = ['reader', 'recorder', 'reviewer', 'releaser', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** The desks of the two sides: nobody sits at both, and neither approves what the other's people ask alone. */
export const SIDES: readonly DeskId[] = ['party-a', 'party-b']

export const isDesk = (text: string): text is DeskId => DESKS.some((desk) => desk === text)
export const isRole = (text: string): text is Role => ROLES.some((role) => role === text)

/** In the order of the lists, each once, so that what is kept does not tell how it was typed. */
export const rolesInOrder = (roles: readonly string[]): Role[] => ROLES.filter((role) => roles.includes(role))

/** Somebody who signed in, at the desk they now sit at. */
export interface Actor {
  readonly person: string
  readonly name: string
  readonly organisation: string
  readonly desk: DeskId
  /** Their roles at this desk, never none. */
  readonly roles: readonly Role[]
  /** The open name of their session; the secret one is in their browser alone. */
  readonly session: string
  /** When they last held a passkey to it, in milliseconds of Unix time. */
  readonly freshAt: number
}
