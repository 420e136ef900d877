// The text somebody writes, kept in this browser, with what is read of it and what can be done to it.
import type { AgreementPlaces, AgreementText } from '@trucekeeper/api'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { draftOf, keepDraft } from './draft.ts'
import { openEditor, type AgreementEditor, type Edits } from './editor.ts'
import type { Answers, PanelName, Panels, Question, QuestionName, Read } from './messages.ts'
import { openReader, type Reader } from './reader.ts'
import { editorWords } from './words.ts'
import { usePanel } from './use-panel.ts'

export type Dialog =
  | {
      readonly kind: 'rename'
      readonly source: string
      readonly offset: number
      readonly name: string
      /** In how many places it stands. */
      readonly places: number
    }
  | { readonly kind: 'fixes'; readonly source: string; readonly fixes: Answers['fix'] }

export type Writing = ReturnType<typeof useWriting>

/** When a text was read, and how long after its last keystroke; told to whoever measures the page. */
const READ = 'agreement-read'

export function useWriting(host: RefObject<HTMLElement | null>, agreement: AgreementText, places: AgreementPlaces) {
  const { file, hash, text: original } = agreement
  const [text, setText] = useState(() => draftOf(localStorage, hash) ?? original)
  const [isKept, setKept] = useState(true)
  const [found, setFound] = useState<{ read: Read; since: number } | null>(null)
  const [panels, setPanels] = useState<Partial<Panels> & { readonly of: string }>({ of: '' })
  const [said, setSaid] = useState('')
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [panel, choose] = usePanel()
  const editor = useRef<AgreementEditor | null>(null)
  const reader = useRef<Reader | null>(null)
  const wanted: PanelName | null = panel === 'findings' ? null : panel
  const shown = useRef(wanted)

  useEffect(() => {
    const opened = openReader(
      { file, text: original, places },
      {
        onRead(read, since) {
          editor.current?.show(read.source, read.findings)
          setFound({ read, since })
        },
        onPanel: ({ source, panel }) =>
          setPanels((before) => (before.of === source ? { ...before, ...panel } : { ...panel, of: source })),
        onBug: () => setSaid(editorWords.bug),
      },
    )
    reader.current = opened
    const start = draftOf(localStorage, hash) ?? original
    editor.current = openEditor({
      host: host.current!,
      text: start,
      label: editorWords.text(file),
      reader: opened,
      onChange(changed) {
        setText(changed)
        setSaid('')
        setKept(keepDraft(localStorage, hash, changed, original))
        opened.read(changed, shown.current)
      },
      onRename(offset, name) {
        const source = editor.current!.text()
        void opened.ask({ name: 'mentions', source, offset }).then((places) => {
          if (places === 0) setSaid(editorWords.rename.nothing)
          else setDialog({ kind: 'rename', source, offset, name, places })
        })
      },
      onFixes(source, fixes) {
        if (fixes.length === 0) setSaid(editorWords.noFixes)
        else setDialog({ kind: 'fixes', source, fixes })
      },
      onNoDefinition: () => setSaid(editorWords.noDefinition),
    })
    opened.read(start, shown.current)
    return () => {
      opened.close()
      editor.current?.close()
    }
  }, [host, file, hash, original, places])

  useEffect(() => {
    shown.current = wanted
    if (wanted && editor.current) reader.current?.read(editor.current.text(), wanted)
  }, [wanted])

  useEffect(() => {
    if (found) performance.measure(READ, { start: found.since, end: performance.now() })
  }, [found])

  // The same from one key to the next, so that what stands beside the text is drawn anew only when it was read anew.
  const [doings] = useState(() => ({
    jump: (start: number, end: number) => editor.current?.jump(start, end),
    /** Makes edits that were offered for a text, says so, and goes back to the text. */
    apply(edits: Edits, done: string) {
      const made = editor.current?.apply(edits) ?? false
      setSaid(made ? done : editorWords.moved)
      setDialog(null)
      editor.current?.focus()
    },
    ask: <Name extends QuestionName>(question: Question<Name>) => reader.current!.ask(question),
    reset() {
      editor.current?.replace(original)
      setSaid(editorWords.resetDone)
    },
    closeDialog() {
      setDialog(null)
      editor.current?.focus()
    },
  }))

  return {
    ...doings,
    text,
    isEdited: text !== original,
    isKept,
    read: found?.read ?? null,
    panels,
    panel,
    choose,
    said,
    dialog,
  }
}
