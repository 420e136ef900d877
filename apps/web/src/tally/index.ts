// The tally per party and clause, by the periods that a reader chooses.
export { TallyScreen } from './tally.tsx'
