// People and desks: who somebody is, for whom they act, and what they may do there.
export const ROLES = ['reader', 'recorder', 'reviewer', 'releaser', 'administrator'] as const
export type Role = (typeof ROLES)[number]
