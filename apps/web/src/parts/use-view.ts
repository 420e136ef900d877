// The status under the lens of the address: what every screen looks through.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lensQuery, recordQuery, statusQuery } from '../api.ts'
import { lensOf, type Lens } from '../url-state.ts'

export function useLens(): Lens {
  return lensOf(useSearch({ strict: false }))
}

/** Changes part of the lens and leaves the rest of the address alone. */
export function useSetLens(): (change: Lens) => void {
  const navigate = useNavigate()
  return (change) => {
    void navigate({ to: '.', search: (search) => ({ ...search, ...change }), resetScroll: false })
  }
}

/** Record and status at the instant of the address, or at the one the record suggests. */
export function useView() {
  const lens = useLens()
  const record = useQuery(recordQuery())
  const at = lens.at ?? record.data?.suggested_at
  const status = useQuery({ ...statusQuery({ ...lens, at }), enabled: at !== undefined })
  const retry = () => Promise.all([record.refetch(), status.refetch()])
  return {
    lens: { ...lens, at },
    record: record.data,
    status: status.data,
    error: record.error ?? status.error,
    busy: status.isPlaceholderData,
    retry,
  }
}

/** The same without the status, for screens that show no verdict of a clause: of a long record the status is long as well. */
export function useSight() {
  const lens = useLens()
  const record = useQuery(recordQuery())
  const at = lens.at ?? record.data?.suggested_at
  const sight = useQuery({ ...lensQuery({ ...lens, at }), enabled: at !== undefined })
  const retry = () => Promise.all([record.refetch(), sight.refetch()])
  return {
    lens: { ...lens, at },
    record: record.data,
    sight: sight.data,
    error: record.error ?? sight.error,
    busy: sight.isPlaceholderData,
    retry,
  }
}
