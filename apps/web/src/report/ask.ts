// Asking for reports: the days there are, the page of one, and the addresses of its files.
import type { ReportPage, ReportsAnswer } from '@trucekeeper/api'
import { keepPreviousData } from '@tanstack/react-query'
import { about } from '../api.ts'
import { language } from '../language.ts'
import type { Lens } from '../url-state.ts'

/** Reports know instants; a number of entries says nothing to them. */
function knownOf({ known_at }: Lens): Record<string, string> {
  return known_at === undefined || known_at.startsWith('size:') ? {} : { known_at }
}

const query = (asked: Record<string, string>) => {
  const text = new URLSearchParams(asked).toString()
  return text && `?${text}`
}

export const reportsQuery = ({ at }: Lens) => ({
  ...about<ReportsAnswer>(`/api/reports${query(at === undefined ? {} : { at })}`),
  placeholderData: keepPreviousData,
})

export const pageQuery = (day: string, lens: Lens) => ({
  ...about<ReportPage>(`/api/reports/${day}/page${query({ ...knownOf(lens), lang: language })}`),
  placeholderData: keepPreviousData,
})

export const fileAddress = (day: string, form: string, lens: Lens) =>
  `/api/reports/${day}/files/${form}${query({ ...knownOf(lens), lang: language })}`
