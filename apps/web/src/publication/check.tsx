// A published version checked in this browser: against its proof, the roots of the record, and a receipt.
import type { PublicationAnswer } from '@trucekeeper/api'
import {
  parseVerifierKey,
  rootInReceipt,
  verifyPublished,
  type RootInRecord,
  type VerifiedText,
} from '@trucekeeper/merkle'
import { useId, useState } from 'react'
import { apart } from '../list-text.ts'
import { English } from '../parts/english.tsx'
import { Ticked } from '../parts/ticked.tsx'
import { hash, verify } from '../verify/crypto.ts'
import { publicationWords as said } from './words.ts'

interface Given {
  readonly document: Uint8Array | null
  readonly proof: Uint8Array | null
  readonly receipt: Uint8Array | null
}

const NOTHING: Given = { document: null, proof: null, receipt: null }

export function Check({ told }: { readonly told: PublicationAnswer }) {
  const id = useId()
  const [given, setGiven] = useState<Given>(NOTHING)
  const [key, setKey] = useState('')
  const take = (name: keyof Given) => async (file: File | undefined) => {
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : null
    setGiven((before) => ({ ...before, [name]: bytes }))
  }
  const found = answered(given, key)
  return (
    <section className="panel publication-check" aria-labelledby="publication-check">
      <h2 id="publication-check">{said.check}</h2>
      <p className="quiet publication-help">
        <Ticked text={said.checkHelp} />
      </p>
      {(['document', 'proof', 'receipt'] as const).map((name) => (
        <div key={name} className="field">
          <label htmlFor={`${id}-${name}`}>{said[name]}</label>
          <input id={`${id}-${name}`} type="file" onChange={({ target }) => void take(name)(target.files?.[0])} />
        </div>
      ))}
      {given.receipt && (
        <div className="field">
          <label htmlFor={`${id}-key`}>{said.key}</label>
          <input
            id={`${id}-key`}
            type="text"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={key}
            onChange={({ target }) => setKey(target.value)}
          />
        </div>
      )}
      <div role="status">{found && <Found found={found} told={told} />}</div>
    </section>
  )
}

type Answered =
  | { readonly ok: true; readonly text: VerifiedText; readonly place: RootInRecord | null }
  | { readonly ok: false; readonly message: string; readonly help: string }

function answered({ document, proof, receipt }: Given, keyText: string): Answered | null {
  if (document === null || proof === null) return null
  const text = verifyPublished(document, proof, hash)
  if (!text.ok) return text
  if (receipt === null || keyText.trim() === '') return { ok: true, text: text.value, place: null }
  const logKey = parseVerifierKey(hash, keyText.trim())
  if (!logKey.ok) return logKey
  const place = rootInReceipt(text.value, receipt, { hash, verify, logKey: logKey.value })
  return place.ok ? { ok: true, text: text.value, place: place.value } : place
}

function Found({ found, told }: { readonly found: Answered; readonly told: PublicationAnswer }) {
  if (!found.ok)
    return (
      <>
        <p>
          <strong>{said.fails}</strong>
        </p>
        <p>
          <English>{found.message}</English>
        </p>
        <p className="quiet">
          <English>{found.help}</English>
        </p>
      </>
    )
  const { text, place } = found
  const known = told.versions.find(({ commitment }) => commitment?.root === text.root)
  return (
    <>
      <p>
        <strong>{said.holds}</strong>
      </p>
      <ul>
        <li>{said.shows(text.shown.length)}</li>
        <li>
          {said.withholds(text.withheld.length)}
          {text.withheld.length > 0 && (
            <ul>
              {text.withheld.map((digest) => (
                <li key={digest}>
                  <code>{digest}</code>
                </li>
              ))}
            </ul>
          )}
        </li>
        <li>{said.silent(text.silent)}</li>
        <li>{known ? said.knownRoot(apart(`${known.version} (${known.lang})`)) : said.unknownRoot}</li>
        {place && <li>{said.inRecord(String(place.index), apart(place.origin))}</li>}
      </ul>
    </>
  )
}
