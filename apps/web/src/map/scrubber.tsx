// Moving through time: a slider for hours and days, steps for fingers, and a way to let the days go by.
import { useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from 'react'
import { direction } from '../language.ts'
import { Moment } from '../parts/moment.tsx'
import { longMoment } from '../time-text.ts'
import { mapWords } from './words.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A day is looked at for so long before the next comes, or longer where its answer takes longer. */
const PACE_MS = 900

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: HOUR,
  ArrowUp: HOUR,
  ArrowLeft: -HOUR,
  ArrowDown: -HOUR,
  PageUp: DAY,
  PageDown: -DAY,
}

/** Later lies where reading goes. */
function stepOf(key: string): number | undefined {
  const step = STEPS[key]
  return step !== undefined && direction === 'rtl' && /Left|Right/.test(key) ? -step : step
}

interface ScrubberProps {
  /** Milliseconds, all of them. */
  readonly at: number
  readonly first: number
  readonly last: number
  readonly zone: string
  readonly isWaiting: boolean
  readonly onMove: (at: number) => void
}

export function Scrubber({ at, first, last, zone, isWaiting, onMove }: ScrubberProps) {
  const [isPlaying, setPlaying] = useState(false)
  const id = useId()
  const end = Math.max(last, at)
  const begin = Math.min(first, at)
  const isRunning = isPlaying && at < end
  const goOn = useEffectEvent((instant: number) => onMove(Math.min(end, instant)))
  // Whoever takes the time into their own hands has stopped it.
  const to = (instant: number) => {
    setPlaying(false)
    onMove(Math.min(end, Math.max(begin, instant)))
  }

  useEffect(() => {
    if (!isRunning || isWaiting) return
    const next = setTimeout(() => goOn(at + DAY), PACE_MS)
    return () => clearTimeout(next)
  }, [isRunning, isWaiting, at])

  const onKey = (event: KeyboardEvent) => {
    const step = stepOf(event.key)
    if (event.key === 'Home') to(begin)
    else if (event.key === 'End') to(end)
    else if (step !== undefined) to(at + (event.shiftKey ? Math.sign(step) * DAY : step))
    else return
    event.preventDefault()
  }
  const steps = [
    [mapWords.dayBack, -DAY],
    [mapWords.hourBack, -HOUR],
    [mapWords.hourOn, HOUR],
    [mapWords.dayOn, DAY],
  ] as const
  const button = ([label, step]: (typeof steps)[number]) => (
    <button key={label} type="button" onClick={() => to(at + step)}>
      {label}
    </button>
  )
  return (
    <section className="scrubber" aria-label={mapWords.scrub}>
      <div className="scrubber-slide">
        <label htmlFor={id}>{mapWords.scrub}</label>
        <input
          id={id}
          type="range"
          min={begin}
          max={end}
          step={HOUR / 60}
          value={at}
          aria-valuetext={longMoment(new Date(at).toISOString(), zone)}
          aria-describedby={`${id}-help`}
          onChange={(event) => to(Number(event.target.value))}
          onKeyDown={onKey}
        />
        <strong className="scrubber-at">
          <Moment iso={new Date(at).toISOString()} zone={zone} form="short" />
        </strong>
      </div>
      <div className="scrubber-steps">
        {steps.slice(0, 2).map(button)}
        <button type="button" onClick={() => setPlaying(!isRunning)}>
          {isRunning ? mapWords.pause : mapWords.play}
        </button>
        {steps.slice(2).map(button)}
      </div>
      <p id={`${id}-help`} className="quiet">
        {mapWords.scrubHelp}
      </p>
    </section>
  )
}
