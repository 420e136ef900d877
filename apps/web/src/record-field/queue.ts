// What was recorded on this device, kept in its browser in the order in which it was made, until it is sent and after.
import type { Entered, Problem } from '@trucekeeper/api'
import type { Fields } from './form-record.ts'

export type QueueState = 'waiting' | 'sent' | 'refused'

export interface QueuedRecord {
  /** The order in which records were made. */
  readonly seq: number
  /** Made with the record and never again: however often it is sent, it is entered once. */
  readonly key: string
  readonly made_at: string
  readonly fields: Fields
  /** The request, as it was when the record was made. */
  readonly body: string
  readonly state: QueueState
  readonly answer: Entered | null
  readonly problem: Pick<Problem, 'code' | 'detail' | 'help' | 'errors'> | null
}

export type NewRecord = Pick<QueuedRecord, 'key' | 'made_at' | 'fields' | 'body'>

const NAME = 'field-records'
const STORE = 'records'
const BY_STATE = 'state'

export interface Queue {
  /** Resolves when the browser has it on disk. */
  add(record: NewRecord): Promise<void>
  firstWaiting(): Promise<QueuedRecord | null>
  put(record: QueuedRecord): Promise<void>
  remove(seq: number): Promise<void>
  counts(): Promise<Readonly<Record<QueueState, number>>>
  /** The last of a state, newest first. */
  last(state: QueueState, most: number): Promise<QueuedRecord[]>
  /** Tells of every change, in whichever window it was made. */
  onChange(tell: () => void): () => void
}

export async function openQueue(): Promise<Queue> {
  const db = await opened()
  const channel = new BroadcastChannel(NAME)
  const tellers = new Set<() => void>()
  const tellAll = () => {
    for (const tell of tellers) tell()
  }
  channel.addEventListener('message', tellAll)
  const store = (mode: IDBTransactionMode) =>
    db.transaction(STORE, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' }).objectStore(STORE)
  async function write(work: (records: IDBObjectStore) => IDBRequest): Promise<void> {
    const records = store('readwrite')
    work(records)
    await done(records.transaction)
    // A channel has no target: it reaches this origin alone.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage(null)
    tellAll()
  }
  return {
    add: (record) => write((records) => records.add({ ...record, state: 'waiting', answer: null, problem: null })),
    put: (record) => write((records) => records.put(record)),
    remove: (seq) => write((records) => records.delete(seq)),
    // Within a state the index is in the order of the numbers.
    firstWaiting: async () => (await got(store('readonly').index(BY_STATE).get('waiting'))) ?? null,
    async counts() {
      const index = store('readonly').index(BY_STATE)
      const of = (state: QueueState) => got(index.count(state))
      const [waiting, sent, refused] = await Promise.all([of('waiting'), of('sent'), of('refused')])
      return { waiting, sent, refused }
    },
    last(state, most) {
      const found: QueuedRecord[] = []
      const walk = store('readonly').index(BY_STATE).openCursor(IDBKeyRange.only(state), 'prev')
      return new Promise((resolve, reject) => {
        walk.addEventListener('error', () => reject(walk.error!))
        walk.addEventListener('success', () => {
          const cursor = walk.result
          if (cursor === null || found.length >= most) return resolve(found)
          found.push(cursor.value as QueuedRecord)
          cursor.continue()
        })
      })
    },
    onChange(tell) {
      tellers.add(tell)
      return () => tellers.delete(tell)
    },
  }
}

function opened(): Promise<IDBDatabase> {
  const asked = indexedDB.open(NAME, 1)
  asked.addEventListener('upgradeneeded', () => {
    asked.result.createObjectStore(STORE, { keyPath: 'seq', autoIncrement: true }).createIndex(BY_STATE, 'state')
  })
  return got(asked)
}

function got<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error!))
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    for (const end of ['error', 'abort'] as const)
      transaction.addEventListener(end, () => reject(transaction.error ?? new Error('The browser could not keep it.')))
  })
}
