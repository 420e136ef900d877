// What changed between two versions of an agreement, how material it is, and who gains or loses by it.
export { compareAgreements, type ComparedArticle, type Comparison, type PlacesOfBoth } from './compare.ts'
export { MATERIALITIES, type Change, type ChangeWord, type Materiality, type Standing } from './change.ts'
export { foldedProse, redline, type RedlinePiece } from './redline.ts'
