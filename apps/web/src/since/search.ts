// Since when changes are asked about; since the last look where the address says nothing.
export function sinceOf(search: Record<string, unknown>): { readonly since?: string } {
  const { since } = search
  return typeof since === 'string' && !Number.isNaN(Date.parse(since)) ? { since } : {}
}
