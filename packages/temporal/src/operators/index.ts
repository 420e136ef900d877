// The operators that all others are written with.
export { Constant } from './constant.ts'
export { Earlier } from './earlier.ts'
export { Either } from './either.ts'
export { Next } from './next.ts'
export type { Operator } from './operator.ts'
export { Prev } from './prev.ts'
export { Recent } from './recent.ts'
export { Until } from './until.ts'
