// Agreements: Markdown with clauses in, a linked agreement or diagnostics out, and back to Markdown again.
export { isKind, type AgreementText, type AnyClause, type Block, type Clause, type Unsound } from './ast.ts'
export { blocksOf, type MarkdownBlock } from './blocks.ts'
export {
  compareAgreements,
  foldedProse,
  MATERIALITIES,
  redline,
  type Change,
  type ChangeWord,
  type ComparedArticle,
  type Comparison,
  type Materiality,
  type PlacesOfBoth,
  type RedlinePiece,
  type Standing,
} from './compare/index.ts'
export { DIAGNOSTIC_CODES, type DiagnosticCode } from './diagnostic-codes.ts'
export { INDICATORS, type Condition, type IndicatorName } from './condition.ts'
export { KIND_ABOUT } from './about.ts'
export { standardAccountIds } from './accounts.ts'
export { goesOnWith } from './fits.ts'
export { CLAUSE_KINDS, fieldsOf, READS, SILENCES, type ClauseKind, type Field, type Silence } from './kinds.ts'
export type * from './model.ts'
export { plain as headingTitle } from './markdown.ts'
export { parseAgreement, type Parsed } from './parse.ts'
export { proseHashOf, textHash } from './prose-hash.ts'
export type { Certifier, Clearance, Countable, Group, Moment, Relation, SpanOf, Step, Threshold } from './phrases.ts'
export { printAgreement, printClause } from './print.ts'
export { resolveAgreement, type PlaceFiles, type Resolved } from './resolve.ts'
export { articleOf } from './link.ts'
export { ROLES, usesOf, type Role, type Use } from './uses.ts'
export { namesOf, sentenceOf, type Called, type Names, type ReadBackLanguage } from './sentence/index.ts'
export type { HowMany, Reach, Ref } from './values.ts'
