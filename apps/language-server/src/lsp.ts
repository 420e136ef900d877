// What the editing services say, in the words of the Language Server Protocol, whose lines and characters count from 0.
import { hoverMarkdown, type AgreementSymbol, type Completion, type Hover, type TextEdit } from '@trucekeeper/editing'
import type { Diagnostic, Range, Severity } from '@trucekeeper/diagnostics'
import {
  CompletionItemKind,
  DiagnosticSeverity,
  MarkupKind,
  SymbolKind,
  type CompletionItem,
  type Diagnostic as LspDiagnostic,
  type DocumentSymbol,
  type Hover as LspHover,
  type Range as LspRange,
  type TextEdit as LspTextEdit,
} from 'vscode-languageserver/node'

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
}
const ITEM: Readonly<Record<string, CompletionItemKind>> = {
  clause: CompletionItemKind.Class,
  field: CompletionItemKind.Field,
  'needed field': CompletionItemKind.Field,
  word: CompletionItemKind.Keyword,
  condition: CompletionItemKind.Function,
  act: CompletionItemKind.EnumMember,
  amount: CompletionItemKind.Unit,
  rule: CompletionItemKind.Event,
  place: CompletionItemKind.File,
  'time zone': CompletionItemKind.Value,
}
const SYMBOL: Readonly<Record<string, SymbolKind>> = {
  heading: SymbolKind.String,
  party: SymbolKind.Class,
  guarantor: SymbolKind.Class,
  body: SymbolKind.Class,
  zone: SymbolKind.Namespace,
  line: SymbolKind.Namespace,
  anchor: SymbolKind.Event,
  term: SymbolKind.Event,
  measure: SymbolKind.Number,
  gate: SymbolKind.Boolean,
  power: SymbolKind.Method,
}

export function rangeOf({ start, end }: Range): LspRange {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  }
}

export function editsOf(edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ range, text }) => ({ range: rangeOf(range), newText: text }))
}

/** The help and what shows it stand below the message; places besides the first are related information. */
export function diagnosticOf({ code, severity, message, spans, help, notes }: Diagnostic, uri: string): LspDiagnostic {
  const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  const related = spans.slice(1).map(({ range, label }) => ({
    location: { uri, range: rangeOf(range) },
    message: label || 'see here',
  }))
  return {
    code,
    source: 'truce',
    severity: SEVERITY[severity],
    message: [message, ...(help ? [`help: ${help}`] : []), ...(notes ?? [])].join('\n'),
    range: spans[0] ? rangeOf(spans[0].range) : nowhere,
    ...(related.length > 0 && { relatedInformation: related }),
  }
}

/** In the order in which they were offered. */
export function completionItemOf(
  { label, detail, documentation, insert, range }: Completion,
  index: number,
): CompletionItem {
  return {
    label,
    detail,
    kind: ITEM[detail] ?? CompletionItemKind.Reference,
    sortText: String(index).padStart(4, '0'),
    textEdit: { range: rangeOf(range), newText: insert },
    ...(documentation && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
  }
}

export function hoverOf(hover: Hover): LspHover {
  return { contents: { kind: MarkupKind.Markdown, value: hoverMarkdown(hover) }, range: rangeOf(hover.range) }
}

export function symbolOf({ name, kind, range, nameRange, children }: AgreementSymbol): DocumentSymbol {
  return {
    name,
    ...(kind !== 'heading' && { detail: kind }),
    kind: SYMBOL[kind] ?? SymbolKind.Object,
    range: rangeOf(range),
    selectionRange: rangeOf(nameRange),
    children: children.map(symbolOf),
  }
}
