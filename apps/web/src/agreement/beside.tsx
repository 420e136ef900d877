// What stands beside the text, one panel at a time.
import { memo, type ReactNode } from 'react'
import { Changes } from './changes.tsx'
import { Comply } from './comply.tsx'
import { Findings } from './findings.tsx'
import type { PanelName, Read } from './messages.ts'
import { Sentences } from './sentences.tsx'
import { panelId, tabId, Tabs } from './tabs.tsx'
import { PANELS, type Panel } from './use-panel.ts'
import type { Writing } from './use-writing.ts'
import { Waits } from './waits.tsx'
import { words } from '../words.ts'
import { editorWords } from './words.ts'

const { findings: said } = editorWords

// Typing changes the text at once and what stands beside it later: each is drawn anew when what it says has changed.
const FindingsOnce = memo(Findings)
const WaitsOnce = memo(Waits)
const ComplyOnce = memo(Comply)
const SentencesOnce = memo(Sentences)
const ChangesOnce = memo(Changes)

export function Beside({ writing }: { writing: Writing }) {
  const { panel, choose, read, panels, text } = writing
  const count = read?.findings.length
  const title = (name: Panel) =>
    name === 'findings' && count !== undefined ? `${editorWords.panel[name]} (${count})` : editorWords.panel[name]
  const isOld = read?.source !== text || (panel !== 'findings' && panels.of !== text)
  return (
    <section className="beside" aria-label={editorWords.panels}>
      <Tabs
        label={editorWords.panels}
        tabs={PANELS.map((name) => ({ name, title: title(name) }))}
        chosen={panel}
        onChoose={choose}
      />
      <p className="unseen" role="status">
        {read ? spoken(read) : editorWords.reading}
      </p>
      {/* Findings are printed whatever is shown on the screen. */}
      <PanelOf name="findings" chosen={panel} isOld={isOld}>
        <h2>{editorWords.panel.findings}</h2>
        {read ? <FindingsOnce read={read} jump={writing.jump} apply={writing.apply} /> : <p>{editorWords.reading}</p>}
      </PanelOf>
      {panel !== 'findings' && (
        <PanelOf name={panel} chosen={panel} isOld={isOld}>
          <h2>{editorWords.panel[panel]}</h2>
          <Content name={panel} writing={writing} />
        </PanelOf>
      )}
    </section>
  )
}

function PanelOf(props: { name: Panel; chosen: Panel; isOld: boolean; children: ReactNode }) {
  const { name, chosen, isOld, children } = props
  return (
    <div
      id={panelId(name)}
      className={`beside-panel beside-${name}`}
      role="tabpanel"
      aria-labelledby={tabId(name)}
      aria-busy={isOld}
      hidden={name !== chosen}
      tabIndex={0}
    >
      {children}
    </div>
  )
}

function Content({ name, writing: { read, panels, jump, choose } }: { name: PanelName; writing: Writing }) {
  if (!read) return <p>{editorWords.reading}</p>
  if (!read.linked && (name === 'waits' || name === 'comply')) {
    return (
      <>
        <p>{editorWords.unlinked}</p>
        <p>
          <button type="button" onClick={() => choose('findings')}>
            {editorWords.unlinkedWay}
          </button>
        </p>
      </>
    )
  }
  const zone = read.zone ?? 'UTC'
  const { waits, comply, sentences, changes } = panels
  if (name === 'waits' && waits) return <WaitsOnce graph={waits} zone={zone} jump={jump} />
  if (name === 'comply' && comply) return <ComplyOnce events={comply} zone={zone} jump={jump} />
  if (name === 'sentences' && sentences) return <SentencesOnce clauses={sentences} jump={jump} />
  if (name === 'changes' && changes) return <ChangesOnce comparison={changes} linked={read.linked} jump={jump} />
  return <p>{editorWords.reading}</p>
}

function spoken({ findings }: Read): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const many = findings.filter(({ diagnostic }) => diagnostic.severity === severity).length
    return many === 0 ? [] : [said.many[severity](many)]
  })
  return counts.length === 0 ? said.none : said.all(counts.join(words.comma))
}
