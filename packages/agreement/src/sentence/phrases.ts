// What a language has to give so that clauses read back in it: a sentence for each kind.
import type { Clause } from '../ast.ts'
import type { ClauseKind } from '../kinds.ts'
import type { Names } from './names.ts'

export type Phrases = {
  readonly [K in ClauseKind]: (clause: Clause<K>, names: Names) => string
}
