// The queue against an array.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Fifo } from './fifo.ts'

it('gives back what was put in, in order, however it grows and shrinks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 60 }), (turns) => {
      const fifo = new Fifo<number>()
      const model: number[] = []
      let next = 0
      for (const turn of turns) {
        for (let i = 0; i < turn; i++) {
          fifo.push(next)
          model.push(next++)
        }
        for (let i = 0; i > turn; i--) expect(fifo.shift()).toBe(model.shift())
        expect(fifo.peek()).toBe(model[0])
        expect([...fifo]).toEqual(model)
        expect(fifo.size).toBe(model.length)
      }
    }),
  )
})
