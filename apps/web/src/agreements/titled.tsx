// Words of an agreement in a page that may run the other way.
import type { ReactNode } from 'react'

export function Titled({ children }: { readonly children: ReactNode }) {
  return <bdi>{children}</bdi>
}
