// How far the work is: a bar and figures for the eye, and a word now and then for the ear.
import { bytesText, numberText } from '../number-text.ts'
import { words } from '../words.ts'
import type { Work } from './use-back-test.ts'

const { backTest } = words
/** Each is said once: a voice that counts every row helps nobody. */
const PERCENT_BETWEEN_WORDS = 25

export function WorkProgress({ work }: { work: Work }) {
  const running = work.step === 'reading' || work.step === 'judging'
  return (
    <>
      {running && (
        <div className="work">
          <progress aria-label={backTest.progress} value={shareOf(work)} max={1} />
          <p className="quiet">{figures(work)}</p>
        </div>
      )}
      <p role="status" className={work.step === 'cancelled' ? undefined : 'unseen'}>
        {spoken(work)}
      </p>
    </>
  )
}

/** Reading is the longer half by far. */
const READING = 0.8

function shareOf(work: Work): number {
  if (work.step === 'reading') return work.of === 0 ? 0 : (work.bytes / work.of) * READING
  return work.step === 'judging' && work.of > 0 ? READING + (work.events / work.of) * (1 - READING) : 1
}

function figures(work: Work): string {
  if (work.step === 'reading') return backTest.reading(bytesText(work.bytes), bytesText(work.of), numberText(work.rows))
  return work.step === 'judging' ? backTest.judging(numberText(work.events), numberText(work.of)) : ''
}

function spoken(work: Work): string {
  if (work.step === 'cancelled') return backTest.cancelled
  if (work.step === 'done') return backTest.ready(numberText(work.result.backTest.events))
  if (work.step !== 'reading' && work.step !== 'judging') return ''
  const percent = Math.floor((shareOf(work) * 100) / PERCENT_BETWEEN_WORDS) * PERCENT_BETWEEN_WORDS
  return percent === 0 ? backTest.began : backTest.part(percent)
}
