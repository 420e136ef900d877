// Confidential and public: levels and embargoes, what an audience is shown, versions, endorsements, leaks.
export { decidersOf, type Decided, type Proposed } from './decided.ts'
export { disclosureOf, type ClaimLevel, type ClauseLevel, type Disclosures } from './disclosures.ts'
export type { LevelInForce } from './levels.ts'
export { mayDisclose } from './may-disclose.ts'
export {
  publicationsOf,
  type ComparedPublications,
  type Publication,
  type Publications,
  type SaidOfText,
  type Version,
} from './publications.ts'
export { namingOf, type Naming } from './naming.ts'
export { narrowedBy, type Narrowed } from './narrowed.ts'
export { refusedOfDisclosure } from './rules.ts'
export { sectionsOf, type TextSection } from './sections.ts'
export {
  claimsHiddenFrom,
  levelOfAudience,
  sectionsShownTo,
  shownTo,
  type ClaimsHidden,
  type SectionShown,
  type Sight,
  type Withheld,
} from './shown.ts'
export { HIDDEN_WORDS, textShown, type TextShown } from './text.ts'
export { isArticle } from './subjects.ts'
