// The text under the reader's hands: CodeMirror with what is found marked, and with answers for the place of the cursor.
import {
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab, insertNewlineKeepIndent } from '@codemirror/commands'
import { lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, Prec, type Extension, type Text } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { highlighting } from './highlight.ts'
import { fenceAfter } from './marks.ts'
import type { Answers, Finding } from './messages.ts'
import type { Reader } from './reader.ts'
import { theme } from './theme.ts'
import { hoverNode, findingNode } from './tooltips.ts'
import { editorWords } from './words.ts'

export interface Edits {
  /** The text they were made for. */
  readonly source: string
  readonly edits: readonly { readonly range: Finding['diagnostic']['spans'][number]['range']; readonly text: string }[]
}

export interface AgreementEditor {
  text(): string
  show(source: string, findings: readonly Finding[]): void
  /** Selects a stretch, brings it into view and goes there. */
  jump(start: number, end: number): void
  /** Makes edits in one step of undoing; false where the text is another by now. */
  apply(edits: Edits): boolean
  /** Another text in place of this one; undoing brings it back. */
  replace(text: string): void
  focus(): void
  close(): void
}

interface EditorOptions {
  readonly host: HTMLElement
  readonly text: string
  readonly label: string
  readonly reader: Reader
  readonly onChange: (text: string) => void
  readonly onRename: (offset: number, name: string) => void
  readonly onFixes: (source: string, fixes: Answers['fix']) => void
  readonly onNoDefinition: () => void
}

/** So long after Escape, Tab leaves the text and does not indent it. */
const LEAVING_MS = 2000
const NAME_AT = /[\p{L}\p{N}-]+/gu
const dark = matchMedia('(prefers-color-scheme: dark)')

export function openEditor(options: EditorOptions): AgreementEditor {
  const { host, text, reader } = options
  // Style elements are refused by the page's policy, and only in a shadow root are sheets adopted instead.
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const shade = new Compartment()
  const state = EditorState.create({
    doc: text,
    extensions: [extensions(options), shade.of(EditorView.darkTheme.of(dark.matches))],
  })
  const view = new EditorView({ state, parent: root, root })
  const onShade = () => view.dispatch({ effects: shade.reconfigure(EditorView.darkTheme.of(dark.matches)) })
  dark.addEventListener('change', onShade)
  // Outside the shadow root a key typed into the text looks like one typed at nothing, and would be taken for a shortcut.
  const onKey = (event: KeyboardEvent) => event.stopPropagation()
  host.addEventListener('keydown', onKey)
  const apply = ({ source, edits }: Edits): boolean => {
    if (view.state.doc.toString() !== source) return false
    view.dispatch({
      changes: edits.map(({ range, text: insert }) => ({ from: range.start.offset, to: range.end.offset, insert })),
      userEvent: 'input.complete',
    })
    return true
  }
  return {
    text: () => view.state.doc.toString(),
    show: (source, findings) => {
      const { state } = view
      if (state.doc.toString() === source)
        view.dispatch(
          setDiagnostics(
            state,
            findings.flatMap((each) => diagnosticOf(each, source, apply)),
          ),
        )
    },
    jump(start, end) {
      const { length } = view.state.doc
      const [anchor, head] = [Math.min(start, length), Math.min(end, length)]
      view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
      host.scrollIntoView({ block: 'nearest' })
      view.focus()
    },
    apply,
    replace: (insert) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } }),
    focus: () => view.focus(),
    close() {
      dark.removeEventListener('change', onShade)
      host.removeEventListener('keydown', onKey)
      view.destroy()
    },
  }

  function extensions({ label, onChange, onRename, onFixes, onNoDefinition }: EditorOptions): Extension {
    const define = async (view: EditorView, offset: number) => {
      const source = view.state.doc.toString()
      const found = await reader.ask({ name: 'define', source, offset })
      if (view.state.doc.toString() !== source) return
      if (!found) return onNoDefinition()
      view.dispatch({
        selection: { anchor: found.start, head: found.end },
        effects: EditorView.scrollIntoView(found.start, { y: 'center' }),
      })
    }
    const cursor = (view: EditorView) => view.state.selection.main.head
    return [
      // Before everything that Escape closes, for Tab after it leaves the text in any case.
      Prec.highest(keymap.of([{ key: 'Escape', run: (view) => (view.setTabFocusMode(LEAVING_MS), false) }])),
      lineNumbers(),
      highlightActiveLineGutter(),
      lintGutter({ hoverTime: 150 }),
      history(),
      drawSelection(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      search(),
      highlighting,
      theme,
      EditorState.phrases.of(editorWords.phrases),
      EditorView.lineWrapping,
      EditorView.perLineTextDirection.of(true),
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
      autocompletion({ override: [completing(reader)], icons: false, tooltipClass: () => 'completions' }),
      hoverTooltip((view, pos) => hovering(reader, view, pos), { hoverTime: 300 }),
      EditorView.domEventHandlers({
        mousedown(event, view) {
          if (!event.ctrlKey && !event.metaKey) return false
          const offset = view.posAtCoords({ x: event.clientX, y: event.clientY })
          if (offset === null) return false
          void define(view, offset)
          return true
        },
      }),
      keymap.of([
        { key: 'F8', run: nextDiagnostic, shift: previousDiagnostic },
        { key: 'F12', run: (view) => (void define(view, cursor(view)), true) },
        { key: 'F2', run: (view) => (onRename(cursor(view), nameAt(view.state.doc, cursor(view))), true) },
        {
          key: 'Mod-.',
          run(view) {
            const source = view.state.doc.toString()
            void reader.ask({ name: 'fix', source, offset: cursor(view) }).then((fixes) => onFixes(source, fixes))
            return true
          },
        },
        { key: 'Enter', run: insertNewlineKeepIndent },
        ...completionKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        indentWithTab,
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString())
      }),
    ]
  }
}

function diagnosticOf({ diagnostic, fixes }: Finding, source: string, apply: (edits: Edits) => boolean): Diagnostic[] {
  const [span] = diagnostic.spans
  if (!span) return []
  return [
    {
      from: span.range.start.offset,
      to: span.range.end.offset,
      severity: diagnostic.severity === 'note' ? 'info' : diagnostic.severity,
      message: diagnostic.message,
      renderMessage: () => findingNode(diagnostic),
      actions: fixes.map(({ title, edits }) => ({ name: title, apply: () => void apply({ source, edits }) })),
    },
  ]
}

/** Completions inside fences, while a word is written or when they are asked for. */
function completing(reader: Reader) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { state, pos, explicit } = context
    if (!explicit && !context.matchBefore(/[\p{L}\p{N}.-]$/u)) return null
    if (!inClauses(state.doc, pos)) return null
    const found = await reader.ask({ name: 'complete', source: state.doc.toString(), offset: pos })
    const [first] = found
    if (context.aborted || !first) return null
    return {
      from: first.range.start.offset,
      to: first.range.end.offset,
      options: found.map(({ label, detail, documentation, insert }, index) => ({
        label,
        detail,
        ...(documentation && { info: documentation }),
        apply: insert,
        // In the order of the answer, in which what is needed comes first.
        sortText: String(index).padStart(6, '0'),
      })),
      validFor: /^[\p{L}\p{N}.-]*$/u,
    }
  }
}

async function hovering(reader: Reader, view: EditorView, offset: number) {
  const source = view.state.doc.toString()
  if (!inClauses(view.state.doc, offset)) return null
  const hover = await reader.ask({ name: 'hover', source, offset })
  if (!hover || view.state.doc.toString() !== source) return null
  const { start, end } = hover.range
  return { pos: start.offset, end: end.offset, above: true, create: () => ({ dom: hoverNode(hover) }) }
}

function inClauses(doc: Text, offset: number): boolean {
  const { number } = doc.lineAt(offset)
  let open: ReturnType<typeof fenceAfter> = null
  for (const line of doc.iterLines(1, number)) open = fenceAfter(line, open)
  return open?.isOurs ?? false
}

/** The name that an offset stands in or behind; empty where there is none. */
function nameAt(doc: Text, offset: number): string {
  const line = doc.lineAt(offset)
  const at = offset - line.from
  return (
    [...line.text.matchAll(NAME_AT)].find(({ 0: name, index }) => index <= at && at <= index + name.length)?.[0] ?? ''
  )
}
