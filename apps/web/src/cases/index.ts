// Cases: alleged violations on their way through the procedure of the agreement.
export { CaseScreen } from './case.tsx'
export { CasesScreen } from './list.tsx'
