// What is wrong in a document, where, and what to do: one record, printed as text, as one line, or as JSON.
export { diagnosticJson, type DiagnosticJson } from './json.ts'
export { printGnu } from './gnu.ts'
export { printText, type Paint } from './text.ts'
export { hasErrors, sortDiagnostics, type Diagnostic, type Fix, type Severity } from './diagnostic.ts'
export { lineStarts, position, type Position, type Range, type Span } from './span.ts'
export { printable, printableJson } from './printable.ts'
export { didYouMean } from './did-you-mean.ts'
