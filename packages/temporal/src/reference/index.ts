// The logic by its definitions, to hold faster evaluators against.
export { compareTuples, evaluateReference, satReference, type Truth } from './evaluate.ts'
