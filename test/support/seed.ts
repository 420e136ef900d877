// Gives property tests their seed: the same on every run where the tests are the gate, a new one each time elsewhere.
import * as fc from 'fast-check'
import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    seed: number
  }
}

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: inject('seed') })
