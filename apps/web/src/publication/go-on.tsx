// Minutes about the text: who is shown something, a version published, an endorsement, a leak.
import type { PublicationAnswer } from '@trucekeeper/api'
import { hexOf } from '@trucekeeper/merkle'
import { useId, useState } from 'react'
import { namesText } from '../list-text.ts'
import { Day, Line, OneOf, When, Words } from '../minuting/fields.tsx'
import { GoOn, MinuteForm } from '../minuting/index.ts'
import { instantOfLocal } from '../time-text.ts'
import { hash } from '../verify/crypto.ts'
import { publicationWords as said } from './words.ts'

const LEVELS = ['team', 'monitors', 'co_chairs', 'parties', 'council', 'public'] as const

interface Props {
  readonly told: PublicationAnswer
  readonly zone: string
}

export function PublicationGoOn({ told, zone }: Props) {
  const asked = { title: said.goOn, names: told.names, what: said.what }
  // Of a text beside the folder's own a minute has to name a clause, or it would be of the other.
  if (!told.own_text)
    return (
      <GoOn {...asked} kinds={{ disclose: said.kinds.disclose }}>
        {(_, speakers) => <Disclose told={told} zone={zone} speakers={speakers} />}
      </GoOn>
    )
  return (
    <GoOn {...asked} kinds={said.kinds}>
      {(kind, speakers) => (
        <>
          {kind === 'disclose' && <Disclose told={told} zone={zone} speakers={speakers} />}
          {kind === 'publish-version' && <Publish told={told} zone={zone} speakers={speakers} />}
          {kind === 'endorse' && <Endorse zone={zone} />}
          {kind === 'leak' && <Leak zone={zone} />}
        </>
      )}
    </GoOn>
  )
}

interface Speaking extends Props {
  readonly speakers: readonly string[]
}

function Disclose({ told, zone, speakers }: Speaking) {
  const mine = told.deciders.filter((one) => speakers.includes(one))
  const [of, setOf] = useState(mine[0] ?? speakers[0] ?? '')
  const [about, setAbout] = useState('')
  const [level, setLevel] = useState('parties')
  const [until, setUntil] = useState('')
  const [isTold, setTold] = useState(true)
  const [reason, setReason] = useState('')
  const written = [...new Set(told.clauses.map(({ clause }) => clause.split('.')[0]!))]
  const choices = [
    ...written.map((clause) => ({ value: `clause ${clause}`, name: clause })),
    ...told.articles.map((heading) => ({ value: `article ${heading}`, name: said.article(heading) })),
  ]
  const chosen = about === '' ? (choices[0]?.value ?? '') : about
  const [what, name] = [chosen.split(' ')[0]!, chosen.slice(chosen.indexOf(' ') + 1)]
  const minute = {
    does: 'disclose',
    of: [of],
    subject: { [what]: name },
    level,
    embargo_until: until === '' ? null : instantOfLocal(until, zone),
    told_of: isTold,
    reason,
  }
  return (
    <MinuteForm zone={zone} minute={minute}>
      <Whose label={said.of} of={of} onChange={setOf} told={told} ids={speakers} />
      {told.deciders.length > 1 && (
        <p className="quiet">{said.joint(namesText(told.deciders.map((one) => told.names[one] ?? one)))}</p>
      )}
      <OneOf label={said.about} value={chosen} onChange={setAbout} choices={choices} />
      <OneOf
        label={said.level}
        value={level}
        onChange={setLevel}
        choices={LEVELS.map((value) => ({ value, name: said.levelNames[value] }))}
      />
      <When label={said.embargo} zone={zone} value={until} onChange={setUntil} />
      <label>
        <input type="checkbox" checked={isTold} onChange={({ target }) => setTold(target.checked)} /> {said.told}
      </label>
      <Words label={said.why} value={reason} onChange={setReason} />
    </MinuteForm>
  )
}

function Publish({ told, zone, speakers }: Speaking) {
  const id = useId()
  const [by, setBy] = useState(speakers[0] ?? '')
  const [version, setVersion] = useState(told.versions[0]?.version ?? '')
  const [lang, setLang] = useState('en')
  const [date, setDate] = useState('')
  const [left, setLeft] = useState('')
  const [digest, setDigest] = useState<string | null>(null)
  const withholds = left
    .split(/[,،]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const minute =
    digest === null || date === ''
      ? null
      : { does: 'publish-version', version, lang, hash: digest, published_by: by, date, withholds }
  return (
    <MinuteForm zone={zone} minute={minute}>
      <Whose label={said.publishedBy} of={by} onChange={setBy} told={told} ids={speakers} />
      <Line label={said.version} value={version} onChange={setVersion} />
      <Line label={said.lang} value={lang} onChange={setLang} />
      <Day label={said.date} value={date} onChange={setDate} />
      <div className="field">
        <label htmlFor={`${id}-file`}>{said.file}</label>
        <input
          id={`${id}-file`}
          type="file"
          aria-describedby={`${id}-file-help`}
          onChange={({ target }) => void digestOf(target.files?.[0]).then(setDigest)}
        />
        <span id={`${id}-file-help`} className="quiet">
          {digest === null ? said.fileHelp : <code>{digest}</code>}
        </span>
      </div>
      <Line label={said.withheld} value={left} onChange={setLeft} required={false} />
    </MinuteForm>
  )
}

async function digestOf(file: File | undefined): Promise<string | null> {
  return file ? hexOf(hash(new Uint8Array(await file.arrayBuffer()))) : null
}

function Endorse({ zone }: { readonly zone: string }) {
  const [body, setBody] = useState('')
  const [reference, setReference] = useState('')
  const [date, setDate] = useState('')
  const [version, setVersion] = useState('')
  const minute =
    date === '' ? null : { does: 'endorse', body, reference, date, version: version.trim() === '' ? null : version }
  return (
    <MinuteForm zone={zone} minute={minute}>
      <Line label={said.body} value={body} onChange={setBody} />
      <Line label={said.reference} value={reference} onChange={setReference} />
      <Day label={said.date} value={date} onChange={setDate} />
      <Line label={said.version} value={version} onChange={setVersion} required={false} />
    </MinuteForm>
  )
}

function Leak({ zone }: { readonly zone: string }) {
  const [of, setOf] = useState('')
  const [by, setBy] = useState('')
  const [date, setDate] = useState('')
  const [doc, setDoc] = useState('')
  const orNone = (text: string) => (text.trim() === '' ? null : text.trim())
  const minute = date === '' ? null : { does: 'leak', of, by: orNone(by), date, doc: orNone(doc) }
  return (
    <MinuteForm zone={zone} minute={minute}>
      <Line label={said.leakOf} value={of} onChange={setOf} />
      <Line label={said.leakBy} value={by} onChange={setBy} required={false} />
      <Day label={said.date} value={date} onChange={setDate} />
      <Line label={said.leakDoc} value={doc} onChange={setDoc} required={false} />
    </MinuteForm>
  )
}

interface WhoseProps {
  readonly label: string
  readonly of: string
  readonly onChange: (of: string) => void
  readonly told: PublicationAnswer
  readonly ids: readonly string[]
}

function Whose({ label, of, onChange, told, ids }: WhoseProps) {
  const choices = ids.map((value) => ({ value, name: told.names[value] ?? value }))
  return <OneOf label={label} value={of} onChange={onChange} choices={choices} />
}
