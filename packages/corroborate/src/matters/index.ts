// Matters: claims of many documents on one question of fact, their sources, their contradictions, and what people decide.
export type { Conflict, ConflictType } from './conflicts.ts'
export { withRulings, type Ruled } from './rulings.ts'
export { mattersOf, type KeptApart, type Matter, type MatterOptions, type Matters } from './matters.ts'
export type { JoinReason, PartReason } from './relation.ts'
export { rootSources, type RootSource } from './sources.ts'
export { mentionGroups, type Mention } from './mentions.ts'
