// The desks to which something can be shown; those of the server, without the public.
export const DESKS = ['party-a', 'party-b', 'guarantor', 'un', 'monitors', 'humanitarian'] as const
