// Which panel stands beside the text, as the address says it.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { agreementSearchOf } from '../url-state.ts'

export const PANELS = ['findings', 'waits', 'comply', 'sentences', 'changes'] as const
export type Panel = (typeof PANELS)[number]

export function usePanel(): [Panel, (panel: Panel) => void] {
  const { panel } = agreementSearchOf(useSearch({ strict: false }))
  const navigate = useNavigate()
  const chosen = PANELS.find((name) => name === panel) ?? 'findings'
  return [
    chosen,
    (name) =>
      void navigate({
        to: '.',
        search: (search) => ({ ...search, panel: name === 'findings' ? undefined : name }),
        replace: true,
        resetScroll: false,
      }),
  ]
}
