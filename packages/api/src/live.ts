// GET /api/live: tells whoever listens that the record has grown, as server-sent events.
import { z } from 'zod'
import { instant } from './answers/status.ts'
import type { Deps } from './deps.ts'
import type { Metrics } from './metrics.ts'
import { Noun } from './noun.ts'
import { Refused } from './problems.ts'

/** The data of an event named `record`; its id is the size. */
export interface RecordEvent {
  readonly size: number
  /** Of the entry received last. */
  readonly received_at: string | null
}

export interface LivePace {
  /** How often the record is looked at, for all who listen together. */
  readonly look_ms: number
  /** How long a connection is silent at most, so that nothing between here and there takes it for dead. */
  readonly beat_ms: number
  readonly most: number
  readonly most_of_one: number
}

export const LIVE_PACE: LivePace = { look_ms: 1000, beat_ms: 15_000, most: 1000, most_of_one: 64 }
/** How long a browser waits before it comes back. */
const RETRY_MS = 3000
/** Whoever reads so little is let go; it comes back by itself and is told what it missed. */
const MOST_UNREAD = 32

const recordEvent: z.ZodType<RecordEvent> = z
  .strictObject({ size: z.int(), received_at: instant.nullable() })
  .meta({ id: 'RecordEvent', description: 'data of an event `record`; its id is the size' })

const encoder = new TextEncoder()

/** One look at the record for all who listen; none while nobody does. */
class Listeners {
  readonly #open = new Map<ReadableStreamDefaultController<Uint8Array>, string>()
  readonly #deps: Deps
  readonly #pace: LivePace
  readonly #metrics: Metrics
  #last: RecordEvent | null = null
  #timers: readonly ReturnType<typeof setInterval>[] = []
  #looking = false

  constructor(deps: Deps, pace: LivePace, metrics: Metrics) {
    this.#deps = deps
    this.#pace = pace
    this.#metrics = metrics
    deps.closing?.addEventListener('abort', () => this.#closeAll())
  }

  hasRoomFor(client: string): boolean {
    if (this.#deps.closing?.aborted || this.#open.size >= this.#pace.most) return false
    return [...this.#open.values()].filter((other) => other === client).length < this.#pace.most_of_one
  }

  /** The stream of one who listens and has seen the record at `seen`, which is told at once where it is not so any more. */
  async stream(client: string, seen: number | null): Promise<ReadableStream<Uint8Array>> {
    const now = await this.#look()
    let mine: ReadableStreamDefaultController<Uint8Array>
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        mine = controller
        this.#open.set(controller, client)
        this.#counted()
        this.#send(controller, `retry: ${RETRY_MS}\n\n`)
        if (now.size !== seen) this.#send(controller, eventText(now))
      },
      cancel: () => this.#leave(mine),
    })
  }

  async #look(): Promise<RecordEvent> {
    const { entries: size, last_received_at: received_at } = await this.#deps.workspace.record()
    const before = this.#last
    this.#last = { size, received_at }
    if (before && (before.size !== size || before.received_at !== received_at)) this.#tell(eventText(this.#last))
    return this.#last
  }

  #tell(text: string): void {
    for (const controller of this.#open.keys()) this.#send(controller, text)
  }

  #send(controller: ReadableStreamDefaultController<Uint8Array>, text: string): void {
    if ((controller.desiredSize ?? 0) < -MOST_UNREAD) {
      controller.close()
      this.#leave(controller)
    } else controller.enqueue(encoder.encode(text))
  }

  #leave(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#open.delete(controller)
    this.#counted()
  }

  #closeAll(): void {
    for (const controller of this.#open.keys()) controller.close()
    this.#open.clear()
    this.#counted()
  }

  #counted(): void {
    this.#metrics.live = this.#open.size
    if (this.#open.size > 0 && this.#timers.length === 0) {
      const look = setInterval(() => void this.#lookAgain(), this.#pace.look_ms)
      this.#timers = [look, setInterval(() => this.#tell(':\n\n'), this.#pace.beat_ms)]
    }
    if (this.#open.size > 0) return
    for (const timer of this.#timers) clearInterval(timer)
    this.#timers = []
    this.#last = null
  }

  async #lookAgain(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    // A record that cannot be read now may be readable at the next look; requests say what is wrong with it.
    await this.#look().catch(this.#deps.onBug)
    this.#looking = false
  }
}

export function liveRoutes(deps: Deps, metrics: Metrics): Noun {
  const listeners = new Listeners(deps, deps.livePace ?? LIVE_PACE, metrics)
  const about = {
    summary: 'an event `record` for as long as one listens, at first and whenever the record has grown',
    gives: { type: 'text/event-stream', schema: recordEvent },
    problems: ['503.2'],
  } as const
  return new Noun('/api/live').get('/', about, async (c) => {
    const client = deps.clientsOf?.(c)[0] ?? ''
    if (!listeners.hasRoomFor(client)) {
      c.header('retry-after', String(RETRY_MS / 1000))
      throw new Refused('503.2', 'no more can be told of changes at once', 'close other windows, or ask again later')
    }
    const seen = c.req.header('last-event-id') ?? ''
    const body =
      c.req.method === 'HEAD' ? null : await listeners.stream(client, /^\d+$/.test(seen) ? Number(seen) : null)
    return c.newResponse(body, 200, { 'content-type': 'text/event-stream' })
  })
}

function eventText(event: RecordEvent): string {
  return `id: ${event.size}\nevent: record\ndata: ${JSON.stringify(event)}\n\n`
}
