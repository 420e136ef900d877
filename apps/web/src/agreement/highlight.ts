// Puts the marks of lines onto the text in view.
import { RangeSetBuilder, type Text } from '@codemirror/state'
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'
import { fenceAfter, marksOf, type MarkName, type OpenFence } from './marks.ts'

const DECORATIONS: Readonly<Record<MarkName, Decoration>> = {
  heading: Decoration.mark({ class: 'is-heading' }),
  fence: Decoration.mark({ class: 'is-fence' }),
  kind: Decoration.mark({ class: 'is-kind' }),
  name: Decoration.mark({ class: 'is-name' }),
  field: Decoration.mark({ class: 'is-field' }),
  string: Decoration.mark({ class: 'is-string' }),
  number: Decoration.mark({ class: 'is-number' }),
}
const CLAUSE_LINE = Decoration.line({ class: 'is-clause-line' })

/** The lines at which the open fence changes, each with the fence that is open after it. */
type Fences = readonly { readonly line: number; readonly after: OpenFence | null }[]

export const highlighting = ViewPlugin.fromClass(
  class {
    fences: Fences
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.fences = fencesOf(view.state.doc)
      this.decorations = decorated(view, this.fences)
    }

    update(update: ViewUpdate) {
      if (update.docChanged) this.fences = fencesOf(update.state.doc)
      if (update.docChanged || update.viewportChanged) this.decorations = decorated(update.view, this.fences)
    }
  },
  { decorations: ({ decorations }) => decorations },
)

function fencesOf(doc: Text): Fences {
  const fences: { line: number; after: OpenFence | null }[] = []
  let open: OpenFence | null = null
  let line = 0
  for (const text of doc.iterLines()) {
    line += 1
    const after = fenceAfter(text, open)
    if (after !== open) fences.push({ line, after })
    open = after
  }
  return fences
}

function decorated(view: EditorView, fences: Fences): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const { doc } = view.state
  for (const { from, to } of view.visibleRanges) {
    const first = doc.lineAt(from).number
    let index = fences.findLastIndex(({ line }) => line < first)
    for (let number = first; number <= doc.lineAt(to).number; number += 1) {
      while (fences[index + 1] && fences[index + 1]!.line < number) index += 1
      const open = fences[index]?.after ?? null
      const line = doc.line(number)
      if (open?.isOurs) builder.add(line.from, line.from, CLAUSE_LINE)
      for (const mark of marksOf(line.text, open)) {
        builder.add(line.from + mark.from, line.from + mark.to, DECORATIONS[mark.name])
      }
    }
  }
  return builder.finish()
}
