// Under which agreement of the folder a screen is looked at; there only where several stand side by side.
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { lensQuery } from '../api.ts'
import type { Lens } from '../url-state.ts'
import { words } from '../words.ts'

export function AgreementSwitch({ lens }: { readonly lens: Lens }) {
  const id = useId()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const agreements = useQuery(lensQuery(lens)).data?.agreements ?? []
  const [own] = agreements
  if (!own || agreements.length < 2) return null
  const choose = (agreement: string | undefined) =>
    void navigate({
      // A clause is of one agreement, and so are its accounts.
      to: pathname.startsWith('/clauses/') ? '/' : '.',
      search: (search) => ({ ...search, agreement, account: undefined }),
      resetScroll: false,
    })
  return (
    <div className="field">
      <label htmlFor={id}>{words.lens.agreement}</label>
      <select
        id={id}
        value={lens.agreement ?? own.id}
        onChange={(event) => choose(event.target.value === own.id ? undefined : event.target.value)}
      >
        {agreements.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
    </div>
  )
}
