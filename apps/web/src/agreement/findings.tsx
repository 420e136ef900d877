// What is found in the text: how much of each weight, and one entry each with its way, its help and what can be done.
import { useState } from 'react'
import { English } from '../parts/english.tsx'
import type { Edits } from './editor.ts'
import type { Finding, Read } from './messages.ts'
import { Ticked } from './ticked.tsx'
import { Way, type Jump } from './way.tsx'
import { editorWords } from './words.ts'

const { findings: said } = editorWords

type Severity = Finding['diagnostic']['severity']
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']
const SIGN: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', note: 'i' }

interface FindingsProps {
  readonly read: Read
  readonly jump: Jump
  /** Makes edits and says that it is done. */
  readonly apply: (edits: Edits, done: string) => void
}

export function Findings({ read: { findings, source }, jump, apply }: FindingsProps) {
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set())
  const countOf = (severity: Severity) => findings.filter(({ diagnostic }) => diagnostic.severity === severity).length
  const shown = findings.filter(({ diagnostic }) => !hidden.has(diagnostic.severity))
  const toggle = (severity: Severity) => {
    const next = new Set(hidden)
    if (!next.delete(severity)) next.add(severity)
    setHidden(next)
  }
  if (findings.length === 0) return <p>{said.none}</p>
  return (
    <>
      <fieldset className="finding-filter">
        <legend>{said.shown}</legend>
        {SEVERITIES.map((severity) => (
          <label key={severity}>
            <input type="checkbox" checked={!hidden.has(severity)} onChange={() => toggle(severity)} />
            <Sign severity={severity} /> {said.many[severity](countOf(severity))}
          </label>
        ))}
      </fieldset>
      {shown.length === 0 && <p>{said.noneShown}</p>}
      {articles(shown).map(({ heading, findings }, index) => (
        <section key={`${index} ${heading}`} className="finding-article">
          <h3 dir="auto">{heading || said.noHeading}</h3>
          <ul>
            {keyed(findings).map(({ key, finding }) => (
              <FindingEntry key={key} finding={finding} source={source} jump={jump} apply={apply} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Sign({ severity }: { severity: Severity }) {
  return (
    <span className={`sign sign-${severity}`} aria-hidden="true">
      {SIGN[severity]}
    </span>
  )
}

interface EntryProps extends Pick<FindingsProps, 'jump' | 'apply'> {
  readonly finding: Finding
  readonly source: string
}

function FindingEntry({ finding: { diagnostic, fixes, about }, source, jump, apply }: EntryProps) {
  const { severity, message, help, code, spans, notes } = diagnostic
  const [span, ...others] = spans
  return (
    <li className={`finding finding-${severity}`}>
      <p className="finding-message">
        <Sign severity={severity} /> <span className="finding-severity">{said.severity[severity]}:</span>{' '}
        <Ticked text={message} />
      </p>
      <p className="quiet">
        <Ticked text={help} />
      </p>
      <p className="finding-ways">
        {span && (
          <Way start={span.range.start.offset} end={span.range.end.offset} jump={jump}>
            {said.line(span.range.start.line)}
          </Way>
        )}
        {others.map(({ range, label }) => (
          <Way key={range.start.offset} start={range.start.offset} end={range.end.offset} jump={jump}>
            {said.line(range.start.line)}
            {label && (
              <>
                : <Ticked text={label} />
              </>
            )}
          </Way>
        ))}
        <span className="quiet" title={about ?? undefined}>
          {said.rule(code)}
        </span>
      </p>
      {notes && notes.length > 0 && (
        <details>
          <summary>{said.run}</summary>
          <ol className="finding-run">
            {notes.map((note) => (
              <li key={note}>
                <English>{note}</English>
              </li>
            ))}
          </ol>
        </details>
      )}
      {fixes.length > 0 && (
        <p className="finding-fixes">
          {fixes.map(({ title, edits }) => (
            <button key={title} type="button" onClick={() => apply({ source, edits }, said.fixed(title))}>
              <Ticked text={title} />
            </button>
          ))}
        </p>
      )}
    </li>
  )
}

/** What stands for each from one reading to the next: where it stands changes with every letter above it. */
function keyed(findings: readonly Finding[]): { key: string; finding: Finding }[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const { code, message } = finding.diagnostic
    const said = `${code} ${message}`
    const before = seen.get(said) ?? 0
    seen.set(said, before + 1)
    return { key: `${said} ${before}`, finding }
  })
}

/** Neighbours under the same headings together, in the order of the text. */
function articles(findings: readonly Finding[]): { heading: string; findings: readonly Finding[] }[] {
  const found: { heading: string; findings: Finding[] }[] = []
  for (const finding of findings) {
    const heading = (finding.diagnostic.spans[0]?.heading ?? []).slice(-1).join('')
    if (found.at(-1)?.heading === heading) found.at(-1)!.findings.push(finding)
    else found.push({ heading, findings: [finding] })
  }
  return found
}
