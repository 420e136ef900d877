// Searches runs of an agreement step by step with the evaluation engine, and tells them as stories.
export { coneOf, type Cone } from './cone.ts'
export type { Question } from './question.ts'
export { storyRecord, type StoryRecord } from './replay.ts'
export { canOpen, reach, type Reached, type Run, type SearchOptions } from './search.ts'
export { storyOf } from './tell.ts'
