// The five operators that all others are written with, and false.
export { Constant } from './constant.ts'
export { Either } from './either.ts'
export { Next } from './next.ts'
export { Operator } from './operator.ts'
export { Prev } from './prev.ts'
export { Since } from './since.ts'
export { Until } from './until.ts'
