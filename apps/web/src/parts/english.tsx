// What the engine works out is English in every language of the page, so that all sides hold the same words.
import type { ReactNode } from 'react'
import { words } from '../words.ts'

export function English({ children }: { children: ReactNode }) {
  if (words.lang === 'en') return children
  return (
    <span className="english" lang="en" dir="ltr">
      {children}
    </span>
  )
}
