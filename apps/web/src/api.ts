// Asking the server: one query per noun, its address for a key, its problem for an error.
import type {
  AccessAnswer,
  AgreementPlaces,
  AgreementText,
  BackTestBasis,
  DocumentText,
  GroundAnswer,
  LensAnswer,
  Problem,
  Receipt,
  RecordSummary,
  Status,
} from '@trucekeeper/api'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { apiQuery, type Lens } from './url-state.ts'
import { words } from './words.ts'

/** What the server, or the way to it, refused. */
export class Refusal extends Error {
  readonly help: string
  readonly code: string | null
  /** Each thing that is wrong; with the clause that does not allow it, where the agreement does not. */
  readonly parts: NonNullable<Problem['errors']>

  constructor(detail: string, help: string, code: string | null, parts: Refusal['parts'] = []) {
    super(detail)
    this.help = help
    this.code = code
    this.parts = parts
  }
}

async function ask<T>(address: string): Promise<T> {
  return (await (await answerOf(address, 'application/json')).json()) as T
}

/** For answers that are read without being taken apart. */
export const askBytes = async (address: string): Promise<ArrayBuffer> => (await answerOf(address, '*/*')).arrayBuffer()

async function answerOf(address: string, accept: string): Promise<Response> {
  const response = await fetch(address, { headers: { accept } }).catch(() => null)
  if (!response) throw new Refusal(words.problem.offline, words.problemHelp.offline, null)
  if (response.ok) return response
  const problem = (await response.json().catch(() => null)) as Problem | null
  throw new Refusal(problem?.detail ?? `${response.status}`, problem?.help ?? '', problem?.code ?? null)
}

export const about = <T>(address: string) => queryOptions({ queryKey: [address], queryFn: () => ask<T>(address) })

export const recordQuery = () => about<RecordSummary>('/api/record')

/** Left out, `at` is the server's choice, so a page asks for the record first and always says which instant it shows. */
export const statusQuery = ({ at, known_at, agreement }: Lens) => ({
  ...about<Status>(`/api/status${apiQuery({ at, known_at, agreement })}`),
  placeholderData: keepPreviousData,
})

export const receiptAddress = (clause: string, lens: Lens) =>
  `/api/clauses/${encodeURIComponent(clause)}/why${apiQuery(lens)}`

export const receiptQuery = (clause: string, lens: Lens) => ({
  ...about<Receipt>(receiptAddress(clause, lens)),
  placeholderData: keepPreviousData,
})

export const accessQuery = ({ at, known_at, agreement, source }: Lens & { readonly source?: string }) => ({
  ...about<AccessAnswer>(`/api/access${apiQuery({ at, known_at, agreement, source })}`),
  placeholderData: keepPreviousData,
})

export const groundQuery = ({ at, known_at, account, agreement }: Lens) => ({
  ...about<GroundAnswer>(`/api/ground${apiQuery({ at, known_at, account, agreement })}`),
  placeholderData: keepPreviousData,
})

/** What can be looked through, sooner than any verdict is known. */
export const lensQuery = ({ at, known_at, agreement }: Lens) => ({
  ...about<LensAnswer>(`/api/lens${apiQuery({ at, known_at, agreement })}`),
  placeholderData: keepPreviousData,
})

export const documentQuery = (name: string) => about<DocumentText>(`/api/documents/${encodeURIComponent(name)}`)

export const agreementQuery = ({ agreement }: Pick<Lens, 'agreement'> = {}) =>
  about<AgreementText>(`/api/agreement${apiQuery({ agreement })}`)

export const agreementPlacesQuery = () => about<AgreementPlaces>('/api/agreement/places')

export const backTestQuery = () => about<BackTestBasis>('/api/back-test')
