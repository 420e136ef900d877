// A list of links that unfolds over the page, and folds when one was followed, by Escape, or once the reader is elsewhere.
import { useRef, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'

interface Props {
  readonly summary: ReactNode
  /** Of those of one name at most one is unfolded. */
  readonly together?: string
  readonly className?: string
  /** The items of the list. */
  readonly children: ReactNode
}

export function Fold({ summary, together, className = '', children }: Props) {
  const box = useRef<HTMLDetailsElement>(null)
  const close = () => box.current?.removeAttribute('open')
  const leave = () => {
    close()
    box.current?.querySelector('summary')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
  }
  const onBlur = (event: FocusEvent) => {
    if (!box.current?.contains(event.relatedTarget)) close()
  }
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a')) leave()
  }
  return (
    <details
      ref={box}
      name={together}
      className={`fold ${className}`.trimEnd()}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onClick={onClick}
    >
      <summary>{summary}</summary>
      <ul>{children}</ul>
    </details>
  )
}
