// What the reader needs of the world outside, as an argument: the network and the time.

export interface World {
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Milliseconds, of any clock that does not go back far. */
  now(): number
  sleep(milliseconds: number): Promise<void>
  /** A signal that aborts after so many milliseconds. */
  timeout(milliseconds: number): AbortSignal
}

export const THIS_WORLD: World = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
}
