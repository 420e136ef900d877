// Reads an edited agreement beside the page, so that typing never waits for it.
import {
  aboutRule,
  changesSince,
  completionsAt,
  complyTimeline,
  definitionAt,
  fixesAt,
  fixesFor,
  hoverAt,
  openDocument,
  readBack,
  referencesAt,
  renameAt,
  waitGraph,
  type AgreementDocument,
} from '@trucekeeper/editing'
import type { Answers, Asked, Basis, PanelName, Panels, Question, QuestionName, Told } from './messages.ts'

let basis: Basis | null = null
let held: AgreementDocument | null = null
let folders: AgreementDocument | null = null

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.ask === 'begin') [basis, held, folders] = [data.basis, null, null]
  else if (data.ask === 'read') read(data.source, data.panel)
  else tell({ step: 'answer', id: data.id, answer: answerTo(data.question) })
})

function read(source: string, panel: PanelName | null): void {
  const document = documentOf(source)
  const findings = document.diagnostics.map((diagnostic) => ({
    diagnostic: withoutRun(diagnostic),
    fixes: fixesFor(document, diagnostic).map(({ title, edits }) => ({ title, edits })),
    about: aboutRule(diagnostic.code),
  }))
  const zone = document.agreement?.zone ?? null
  tell({ step: 'read', source, findings, linked: document.agreement !== null, zone })
  if (panel) tell({ step: 'panel', source, panel: { [panel]: PANELS[panel](document) } })
}

/** A run that shows a finding is told in its notes; the claims it is made of would only be carried about. */
function withoutRun(diagnostic: AgreementDocument['diagnostics'][number]): AgreementDocument['diagnostics'][number] {
  const { story: _, ...rest } = diagnostic as typeof diagnostic & { story?: unknown }
  return rest
}

const PANELS: { readonly [Name in PanelName]: (document: AgreementDocument) => Panels[Name] } = {
  waits: waitGraph,
  comply(document) {
    const places = new Map(waitGraph(document).nodes.map(({ id, start, end }) => [id, { start, end }]))
    return complyTimeline(document).flatMap((entry) => {
      const place = places.get(entry.clause)
      return place ? [{ ...entry, ...place }] : []
    })
  },
  sentences: readBack,
  changes: (document) => changesSince((folders ??= opened(basis!.text)), document),
}

const ANSWERS: { readonly [Name in QuestionName]: (document: AgreementDocument, question: Question) => Answers[Name] } =
  {
    complete: (document, { offset }) => completionsAt(document, offset),
    hover: (document, { offset }) => hoverAt(document, offset),
    define: (document, { offset }) => {
      const range = definitionAt(document, offset)
      return range && { start: range.start.offset, end: range.end.offset }
    },
    mentions: (document, { offset }) => referencesAt(document, offset).length,
    fix: (document, { offset }) => fixesAt(document, offset, offset).map(({ title, edits }) => ({ title, edits })),
    rename: (document, { offset, to }) => renameAt(document, offset, to ?? ''),
  }

function answerTo(question: Question): unknown {
  return ANSWERS[question.name](documentOf(question.source), question)
}

/** The document of a text; the one read last is kept. */
function documentOf(source: string): AgreementDocument {
  if (held?.source !== source) held = opened(source)
  return held
}

function opened(source: string): AgreementDocument {
  const { file, places } = basis!
  return openDocument(source, file, new Map(Object.entries(places)))
}

function tell(told: Told): void {
  postMessage(told)
}
