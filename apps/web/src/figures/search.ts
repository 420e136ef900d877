// Of what the figures are that an address shows; of everything where it says nothing.
export function whatOf(search: Record<string, unknown>): { readonly what?: string } {
  const { what } = search
  return typeof what === 'string' && what !== '' ? { what } : {}
}
