// Saving as somebody writes: nothing twice, nothing over another's words, nothing lost.
import { describe, expect, it } from 'vitest'
import { draftSaver, type Calls, type Draft, type SaveState } from './draft-saver.ts'

class Refused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** A server of one draft, whose answers wait until they are let go. */
function server() {
  let draft: Draft | null = null
  const asked: string[] = []
  let gate: Promise<void> = Promise.resolve()
  const made = (body: string, version: number): Draft =>
    ({ id: 'one', body, version, person: 'p', created_at: '', changed_at: '' }) satisfies Draft
  const calls: Calls = {
    async write(body) {
      asked.push(`write ${body}`)
      await gate
      return (draft = made(body, 1))
    },
    async change(_, body, version) {
      asked.push(`change ${body}`)
      await gate
      if (!draft) throw new Refused('404.9')
      if (draft.version !== version) throw new Refused('409.2')
      return (draft = made(body, version + 1))
    },
    async read() {
      if (!draft) throw new Refused('404.9')
      return draft
    },
    codeOf: (error) => (error instanceof Refused ? error.code : null),
  }
  return {
    calls,
    asked,
    body: () => draft?.body ?? null,
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
    somebodyWrites: (body: string) => (draft = made(body, (draft?.version ?? 0) + 1)),
    somebodyDeletes: () => (draft = null),
  }
}

function editor(start: Draft | null = null) {
  const kept = server()
  const states: SaveState[] = []
  if (start) kept.somebodyWrites(start.body)
  const saver = draftSaver(start, kept.calls, (state) => states.push(state))
  return { ...kept, saver, last: () => states.at(-1) }
}

describe('what is written', () => {
  it('becomes one draft, however often it is saved meanwhile', async () => {
    const { saver, asked, body, hold, last } = editor()
    const go = hold()
    saver.set('the')
    const first = saver.save()
    saver.set('the convoy')
    const second = saver.save()
    go()
    await Promise.all([first, second])
    expect(asked).toEqual(['write the', 'change the convoy'])
    expect([body(), last()]).toEqual(['the convoy', { is: 'kept' }])
  })

  it('is no draft while it is empty, and is not sent where nothing changed', async () => {
    const { saver, asked } = editor()
    saver.set('  ')
    await saver.save()
    saver.set('a')
    await saver.save()
    await saver.save()
    expect(asked).toEqual(['write a'])
  })

  it('is shown beside what somebody else wrote, and either is kept as chosen', async () => {
    const { saver, body, somebodyWrites, last } = editor()
    saver.set('mine')
    await saver.save()
    somebodyWrites('theirs')
    saver.set('mine, longer')
    await saver.save()
    expect([body(), last()]).toMatchObject(['theirs', { is: 'conflict', theirs: { body: 'theirs', version: 2 } }])
    saver.set('mine, longer still')
    await saver.save()
    expect(body()).toBe('theirs')
    await saver.keepMine()
    expect([body(), last()]).toEqual(['mine, longer still', { is: 'kept' }])
    somebodyWrites('theirs again')
    saver.set('mine again')
    await saver.save()
    expect(saver.takeTheirs()).toBe('theirs again')
    await saver.save()
    expect(body()).toBe('theirs again')
  })

  it('is written anew where somebody deleted the draft', async () => {
    const { saver, body, somebodyDeletes, last } = editor()
    saver.set('a')
    await saver.save()
    somebodyDeletes()
    saver.set('a b')
    await saver.save()
    expect(last()).toEqual({ is: 'gone' })
    await saver.save()
    expect(body()).toBe('a b')
  })

  it('stays, and is tried again, where it was refused', async () => {
    const { saver, last, calls, body } = editor()
    const { write } = calls
    calls.write = () => Promise.reject(new Refused('503.1'))
    saver.set('a')
    await saver.save()
    expect(last()).toMatchObject({ is: 'refused' })
    calls.write = write
    await saver.save()
    expect([body(), last()]).toEqual(['a', { is: 'kept' }])
  })
})
