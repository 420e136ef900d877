// The logic by its definitions, to hold faster evaluators against.
export { evaluateReference, satReference, type Truth } from './evaluate.ts'
