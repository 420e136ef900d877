// The watch on listed people: the list of the Security Council, names in three scripts.
export { readList, type ListedName, type ListedPerson, type ListRead, type SanctionsList } from './list.ts'
export { possibleMatches, type PossibleMatch, type Reported } from './match.ts'
export { matchesIn, type Told, type ToldMatch } from './told.ts'
export { resemblance, type Resemblance } from './names/compare.ts'
