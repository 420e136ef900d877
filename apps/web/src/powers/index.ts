// The screen of powers and gates: what was done under each, what had no effect, and what would come of an act.
export { PowersScreen } from './screen.tsx'
