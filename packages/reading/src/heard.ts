// Who has been heard by each sentence of a report, worked out only as far as somebody asks.
import { NOTHING_SAID, type Memory } from './speakers.ts'

type Step = (before: Memory) => Memory

export class Heard {
  private readonly steps: Step[] = []
  private readonly known: Memory[] = [NOTHING_SAID]

  /** What one more sentence adds to the memory before it. */
  add(step: Step): void {
    this.steps.push(step)
  }

  /** The memory after the sentences so far, now or when it is first looked at. */
  soFar(): Memory {
    const count = this.steps.length
    const memory = () => this.after(count)
    return {
      get last() {
        return memory().last
      },
      get othersNamed() {
        return memory().othersNamed
      },
      get voices() {
        return memory().voices
      },
    }
  }

  // In a loop, since a report may have more sentences than calls can be nested.
  private after(count: number): Memory {
    for (let done = this.known.length; done <= count; done++)
      this.known.push(this.steps[done - 1]!(this.known[done - 1]!))
    return this.known[count]!
  }
}
