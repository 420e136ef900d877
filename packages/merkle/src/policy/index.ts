// Policies: whom to believe, and whether enough of them have cosigned.
export { parsePolicy } from './parse.ts'
export {
  quorumOf,
  type Policy,
  type PolicyGroup,
  type PolicyLog,
  type PolicyWitness,
  type QuorumAnswer,
} from './policy.ts'
