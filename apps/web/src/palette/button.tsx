// The way to the palette: a button, and Ctrl or Cmd with K from anywhere; the palette itself comes when it is first asked for.
import { lazy, Suspense, useEffect, useState } from 'react'
import { screenNames } from './screens.ts'

const palette = () => import('./palette.tsx')
const Palette = lazy(async () => ({ default: (await palette()).Palette }))
/** Later than anything that the first screen waits for, and sooner than most come to it. */
const FETCHED_AFTER_MS = 2_000

export function PaletteButton() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setOpen((open) => !open)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    // What cannot be had now is asked for again when the palette is.
    const fetched = setTimeout(() => void palette().catch(() => undefined), FETCHED_AFTER_MS)
    return () => clearTimeout(fetched)
  }, [])
  return (
    <>
      <button
        type="button"
        className="palette-button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        {screenNames.palette} <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {isOpen && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
