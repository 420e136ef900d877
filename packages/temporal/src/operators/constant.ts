// False at every time-point; true is its negation.
import type { Column } from '../store.ts'
import { Operator } from './operator.ts'

export class Constant extends Operator {
  advance(): void {
    this.out.done = this.store.count
  }

  copy(out: Column): Operator {
    return new Constant(this.store, out, [])
  }
}
