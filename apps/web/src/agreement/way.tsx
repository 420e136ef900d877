// The way from a line beside the text to its place in it.
import type { ReactNode } from 'react'

export type Jump = (start: number, end: number) => void

interface WayProps {
  readonly start: number
  readonly end: number
  readonly jump: Jump
  readonly children: ReactNode
}

export function Way({ start, end, jump, children }: WayProps) {
  return (
    <button type="button" className="way" onClick={() => jump(start, end)}>
      {children}
    </button>
  )
}
