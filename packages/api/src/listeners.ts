// Those who listen for changes of one workspace: one look for all of them, told a part at a time, each for as long as they may.
import type { Deps, Workspace } from './deps.ts'
import type { LivePace } from './live.ts'

/** The data of an event named `record`; its id is the size. */
export interface RecordEvent {
  readonly size: number
  /** Of the entry received last. */
  readonly received_at: string | null
}

type Controller = ReadableStreamDefaultController<Uint8Array>

/** All who listen, to whatever workspace, with the names of their clients. */
export interface Crowd {
  readonly open: Map<Controller, string>
  counted(open: number): void
}

interface Listener {
  readonly lasts: (() => Promise<boolean>) | null
  /** The text of the event told last. */
  told: string
}

export interface Listening {
  readonly client: string
  /** The size at which they have seen the record; they are told at once where it is not so any more. */
  readonly seen: number | null
  readonly lasts: Listener['lasts']
}

/** Whoever reads so little is let go; it comes back by itself and is told what it missed. */
const MOST_UNREAD = 32
/** So many are told at once: few are told together, and of many each asks again at a time of its own. */
const AT_ONCE = 16
/** In so many parts everybody is told of one look. */
const PARTS = 16

const encoder = new TextEncoder()
const BEAT = ':\n\n'

interface Setting extends Pick<Deps, 'onBug' | 'closing'> {
  readonly pace: LivePace
  readonly crowd: Crowd
  readonly retry_ms: number
}

/** Looks while somebody listens, and not otherwise. */
export class Listeners {
  /** Who was told longest ago comes first. */
  readonly #open = new Map<Controller, Listener>()
  readonly #workspace: Workspace
  readonly #setting: Setting
  #now: string | null = null
  #timers: readonly ReturnType<typeof setInterval>[] = []
  #telling: ReturnType<typeof setTimeout> | null = null
  #looking = false
  /** Whose session is yet to be asked about, before all are again. */
  #due: readonly Controller[] = []

  constructor(workspace: Workspace, setting: Setting) {
    this.#workspace = workspace
    this.#setting = setting
    setting.closing?.addEventListener('abort', () => {
      for (const controller of this.#open.keys()) this.#end(controller)
    })
  }

  async stream({ client, seen, lasts }: Listening): Promise<ReadableStream<Uint8Array>> {
    const now = await this.#look()
    let mine: Controller
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        mine = controller
        const text = eventText(now)
        this.#open.set(controller, { lasts, told: text })
        this.#setting.crowd.open.set(controller, client)
        this.#counted()
        this.#send(controller, `retry: ${this.#setting.retry_ms}\n\n`)
        if (now.size !== seen) this.#send(controller, text)
      },
      cancel: () => this.#leave(mine),
    })
  }

  async #look(): Promise<RecordEvent> {
    const { entries: size, last_received_at: received_at } = await this.#workspace.record()
    const event = { size, received_at }
    this.#now = eventText(event)
    if (this.#telling === null) this.#tellOn()
    return event
  }

  /** Tells some of those who have not been told, and the others soon: all who are told at once ask at once. */
  #tellOn(): void {
    this.#telling = null
    const now = this.#now
    if (now === null) return
    const untold = [...this.#open].filter(([, { told }]) => told !== now)
    const some = Math.max(AT_ONCE, Math.ceil(this.#open.size / PARTS))
    for (const [controller, listener] of untold.slice(0, some)) {
      this.#open.delete(controller)
      this.#open.set(controller, listener)
      listener.told = now
      this.#send(controller, now)
    }
    if (untold.length > some) this.#telling = setTimeout(() => this.#tellOn(), this.#setting.pace.look_ms / PARTS)
  }

  #send(controller: Controller, text: string): void {
    if ((controller.desiredSize ?? 0) < -MOST_UNREAD) this.#end(controller)
    else controller.enqueue(encoder.encode(text))
  }

  #end(controller: Controller): void {
    controller.close()
    this.#leave(controller)
  }

  #leave(controller: Controller): void {
    this.#open.delete(controller)
    this.#setting.crowd.open.delete(controller)
    this.#counted()
  }

  #counted(): void {
    this.#setting.crowd.counted(this.#setting.crowd.open.size)
    if (this.#open.size > 0 && this.#timers.length === 0) {
      const { look_ms, beat_ms } = this.#setting.pace
      const beat = () => {
        for (const controller of this.#open.keys()) this.#send(controller, BEAT)
      }
      this.#timers = [setInterval(() => void this.#lookAgain(), look_ms), setInterval(beat, beat_ms)]
    }
    if (this.#open.size > 0) return
    for (const timer of this.#timers) clearInterval(timer)
    if (this.#telling !== null) clearTimeout(this.#telling)
    this.#telling = null
    this.#timers = []
    this.#now = null
  }

  async #lookAgain(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    // What cannot be read now may be readable at the next look; requests say what is wrong with it.
    await this.#letGo().catch(this.#setting.onBug)
    await this.#look().catch(this.#setting.onBug)
    this.#looking = false
  }

  /** Lets those go whose session has ended. Each look asks of some, so that all are asked of in time. */
  async #letGo(): Promise<void> {
    const { look_ms, check_ms } = this.#setting.pace
    if (this.#due.length === 0) this.#due = [...this.#open].flatMap(([one, { lasts }]) => (lasts ? [one] : []))
    const some = Math.ceil((this.#open.size * look_ms) / check_ms)
    const asked = this.#due.slice(0, some)
    this.#due = this.#due.slice(some)
    for (const controller of asked) {
      const listener = this.#open.get(controller)
      if (listener?.lasts && !(await listener.lasts()) && this.#open.has(controller)) this.#end(controller)
    }
  }
}

function eventText(event: RecordEvent): string {
  return `id: ${event.size}\nevent: record\ndata: ${JSON.stringify(event)}\n\n`
}
