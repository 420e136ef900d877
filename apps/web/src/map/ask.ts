// What the map asks the server: the ground, the columns of everything that happened, and the incidents of one place.
import type { MapAnswer, MapIncidentsAnswer } from '@trucekeeper/api'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { about, askBytes } from '../api.ts'
import { apiQuery, type Lens } from '../url-state.ts'
import { columnsOf } from './columns.ts'

export const groundQuery = ({ at, known_at, agreement }: Lens) => ({
  ...about<MapAnswer>(`/api/map${apiQuery({ at, known_at, agreement })}`),
  placeholderData: keepPreviousData,
})

/** A few of them are kept: each may be of hundreds of thousands of incidents. */
const KEPT_MS = 30_000

export const columnsQuery = ({ at, known_at, account, agreement }: Lens) => {
  const address = `/api/map/columns${apiQuery({ at, known_at, account, agreement })}`
  return queryOptions({
    queryKey: [address],
    queryFn: async () => columnsOf(await askBytes(address)),
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
    structuralSharing: false,
  })
}

export interface PlaceAsked extends Lens {
  readonly spot: string
  readonly since: string | undefined
  readonly until: string
  readonly limit: number
}

export const incidentsQuery = ({ at, known_at, account, agreement, spot, since, until, limit }: PlaceAsked) => {
  const place = new URLSearchParams({ spot, ...(since !== undefined && { since }), until, limit: `${limit}` })
  const lens = apiQuery({ at, known_at, account, agreement })
  return {
    ...about<MapIncidentsAnswer>(`/api/map/incidents${lens}${lens === '' ? '?' : '&'}${place}`),
    placeholderData: keepPreviousData,
  }
}
