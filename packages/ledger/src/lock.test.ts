import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { thisProcess } from './lock.ts'

const { pid, birthOf } = thisProcess
const TASKS = '/proc/self/task'

describe('when a process was born', () => {
  it('is the same whenever it is asked', () => {
    expect(birthOf(pid)).toBe(birthOf(pid))
    expect(birthOf(pid)).not.toBe('gone')
  })

  it('is not told of a number that no process has', () => {
    expect(birthOf(2 ** 22 + 1)).toBe('gone')
  })

  // A system without /proc tells nobody the numbers of threads.
  it.skipIf(!existsSync(TASKS))('is not told of the number of a thread, though it is as old as its process', () => {
    const threads = readdirSync(TASKS).map(Number)
    expect(threads.length).toBeGreaterThan(1)
    expect(threads.filter((thread) => birthOf(thread) !== 'gone')).toEqual([pid])
  })
})
