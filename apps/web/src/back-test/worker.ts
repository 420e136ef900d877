// Reads and judges events beside the page, so that the page stays at its reader's hand; to stop it is to end it.
import { backTest } from '@trucekeeper/engine'
import { openDocument } from '@trucekeeper/editing'
import { eventReader } from '@trucekeeper/events'
import type { Asked, FileProblem, Told } from './messages.ts'

const MILLISECONDS_BETWEEN_WORDS = 100
const MOST_SKIPPED_SHOWN = 50

let lastWord = 0

addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data))

async function answer({ file, basis, own }: Asked): Promise<void> {
  const document = own && openDocument(own.source, own.file, new Map(Object.entries(own.places)))
  const agreement = document ? document.agreement : basis.agreement
  if (agreement === null) {
    const errors = document!.diagnostics.filter(({ severity }) => severity === 'error').length
    return tell({ step: 'unlinked', errors })
  }
  const reader = eventReader(null)
  let bytes = 0
  const problem = await readInto(file, (text, size) => {
    bytes += size
    const goOn = reader.push(text)
    tellNowAndThen({ step: 'reading', bytes, of: file.size, rows: reader.rows })
    return goOn
  })
  if (problem !== null) return tell({ step: 'failed', problem })
  const read = reader.end()
  if (!read.ok) {
    const { message, help, line, column } = read
    return tell({ step: 'refused', message, help, line, column })
  }
  const of = read.table.size
  tell({ step: 'judging', events: 0, of })
  const found = backTest(agreement, basis.acts, read.table, {
    onJudged: (events) => tellNowAndThen({ step: 'judging', events, of }),
  })
  const skipped = read.skipped.slice(0, MOST_SKIPPED_SHOWN)
  tell({ step: 'done', result: { backTest: found, skipped, skippedInAll: read.skipped.length, zone: agreement.zone } })
}

/** Hands over the text of a file piece by piece, until `take` has had enough. */
async function readInto(file: File, take: (text: string, bytes: number) => boolean): Promise<FileProblem | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const stream = file.stream().getReader()
  for (;;) {
    const piece = await stream.read().catch(() => null)
    if (piece === null) return 'unread'
    let text: string
    try {
      text = decoder.decode(piece.value, { stream: !piece.done })
    } catch {
      return 'notText'
    }
    if (!take(text, piece.value?.length ?? 0) || piece.done) return null
  }
}

function tellNowAndThen(told: Told): void {
  if (performance.now() - lastWord < MILLISECONDS_BETWEEN_WORDS) return
  tell(told)
}

function tell(told: Told): void {
  lastWord = performance.now()
  postMessage(told)
}
