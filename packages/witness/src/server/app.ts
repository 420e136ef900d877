// The HTTP face of a witness (tlog-witness): heads come in, cosignatures go out, and monitors see the last head.
import { Hono, type Context } from 'hono'
import { formatSignatureLine, type NoteSigner } from '@trucekeeper/merkle'
import { bodyUpTo } from '../body.ts'
import { MOST_REQUEST_BYTES, parseAddCheckpoint } from '../request.ts'
import { cosigned, signedByLog, type CosignRefusal } from './cosign.ts'
import type { KnownLogs } from './logs.ts'
import type { StateRefusal, WitnessState } from './state.ts'

export interface Witness {
  /** Of the type `cosignature/v1`. */
  readonly signer: NoteSigner
  readonly logs: KnownLogs
  /** Opened with the key of `signer`. */
  readonly state: WitnessState
  /** Milliseconds since the Epoch. */
  now(): number
  /** Told of errors that are no refusals; the caller gets a 500. */
  onBug(bug: unknown): void
}

const STATUS: Readonly<Record<CosignRefusal['code'] | StateRefusal['code'], 400 | 403 | 404 | 409 | 422 | 503>> = {
  'log-unknown': 404,
  'log-untrusted': 403,
  'old-size-larger': 400,
  'old-size-differs': 409,
  'root-differs': 422,
  'proof-fails': 422,
  'state-damaged': 503,
  'storage-failed': 503,
  stopped: 503,
}

/** Answers `POST /add-checkpoint` and `GET /<SHA-256 of the origin in hex>/checkpoint`. */
export function createWitness({ signer, logs, state, now, onBug }: Witness): Hono {
  if (signer.type !== 'cosignature/v1') throw new TypeError('a witness signs cosignatures')
  const app = new Hono()

  app.onError((bug, c) => {
    onBug(bug)
    return c.text('the witness failed\n', 500)
  })

  app.post('/add-checkpoint', async (c) => {
    const body = await bodyUpTo(c.req.raw.body, MOST_REQUEST_BYTES)
    if (body === 'too-large') return c.text(`the request has more than ${MOST_REQUEST_BYTES} bytes\n`, 413)
    if (body === null) return c.text('the request broke off\n', 400)
    const request = parseAddCheckpoint(body)
    if (!request.ok) return c.text(`${request.refusal.message}\n`, 400)
    const signed = signedByLog(request.value, logs)
    if (!signed.ok) return refusal(c, signed.refusal)
    const head = await state.advance(request.value.checkpoint.origin, (last) =>
      cosigned(request.value, signed.value, last, { signer, now }),
    )
    return head.ok ? c.text(formatSignatureLine(head.value.cosignature)) : refusal(c, head.refusal)
  })
  app.all('/add-checkpoint', (c) => c.text('heads are posted here\n', 405, { Allow: 'POST' }))

  app.get('/:hash{[0-9a-f]{64}}/checkpoint', (c) => {
    const head = state.headOf(c.req.param('hash'))
    if (head === null) return c.text('no head of this log has been cosigned here\n', 404)
    return c.body(Uint8Array.from(head.note), 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-cache',
    })
  })

  return app
}

function refusal(c: Context, why: CosignRefusal | StateRefusal): Response {
  if (why.code === 'old-size-differs') return c.body(`${why.size}\n`, 409, { 'Content-Type': 'text/x.tlog.size' })
  return c.text(`${why.message}\n`, STATUS[why.code])
}
