// Conditions that are answered from tables of access and ground.
export { TableBook } from './book.ts'
export { asksTables, type KnownTables, type TableCondition } from './known.ts'
export { tableNode } from './node.ts'
export type { Row } from './row.ts'
export type { TableView } from './view.ts'
