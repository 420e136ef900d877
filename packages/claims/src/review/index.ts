// Review: a person's way through claims, and what of it is entered.
export { confirmed, decisionEntries, reviewState, type Recorded } from './entries.ts'
export { FIELD_VALUES, fieldText, NOTHING, REVIEW_FIELDS, type ReviewField } from './fields.ts'
export { beginWalk, move, type Decision, type Move, type Moved, type ReviewItem, type Walk } from './walk.ts'
