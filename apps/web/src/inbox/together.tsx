// What belongs together: matters with their claims to choose from, rulings to make and to take back, copies.
import type { Clusters } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { language } from '../language.ts'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { plurals } from '../plural.ts'
import { words } from '../words.ts'
import { clustersQuery, useWrite } from './asking.ts'
import { Reasoned } from './claim-card.tsx'
import { sharedSentences } from './shared-sentences.ts'
import { Told } from './told.tsx'
import { inboxWords as said } from './words.ts'

const count = plurals(language)
const percent = new Intl.NumberFormat(language, { style: 'percent' })
const MOST_SHOWN = 60

export function Together() {
  const { data, error, refetch } = useQuery(clustersQuery())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const write = useWrite()
  const [last, setLast] = useState<string | null>(null)
  const ruling = useRef<HTMLElement>(null)
  if (error) return <RefusalNote error={error} retry={refetch} />
  if (!data) return <Loading />
  const matters = data.matters.filter(({ claims }) => claims.length > 1)
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const rule = (does: 'join' | 'part') => (reason: string) => {
    const body = { does, claims: [...chosen], reason }
    write.mutate(
      { address: '/api/rulings', body },
      {
        onSuccess: ({ entries }) => {
          setChosen(new Set())
          setLast(entries[0]?.id ?? null)
          // The form that was written in goes; what it did is said here.
          ruling.current?.focus()
        },
      },
    )
  }
  const takeBack = (withdraws: string) => (reason: string) =>
    write.mutate(
      { address: '/api/withdrawals', body: { withdraws, reason } },
      {
        onSuccess: () => {
          setLast(null)
          ruling.current?.focus()
        },
      },
    )
  const choose = (ids: readonly string[]) => {
    setChosen(new Set(ids))
    ruling.current?.focus()
  }
  const pick = { claims: data.claims, chosen, onToggle: toggle }
  return (
    <div className="inbox-together" aria-busy={write.isPending}>
      <p>{said.together.intro}</p>
      <section
        ref={ruling}
        tabIndex={-1}
        className="panel inbox-rule"
        aria-label={count(chosen.size, said.together.chosen)}
      >
        <p role="status">{count(chosen.size, said.together.chosen)}</p>
        {chosen.size > 1 && (
          <>
            <Reasoned label={said.together.join} isBusy={write.isPending} onGiven={rule('join')} />
            <Reasoned label={said.together.part} isBusy={write.isPending} onGiven={rule('part')} />
          </>
        )}
        <Told
          error={write.error}
          done={write.isSuccess ? (last === null ? said.undone : said.done) : null}
          onUndo={last === null || write.isPending ? undefined : () => takeBack(last)(said.undoReason)}
        />
      </section>
      {data.rulings.length > 0 && (
        <section className="panel">
          <h2>{said.together.rulings}</h2>
          <ul className="inbox-matters">
            {data.rulings.map(({ id, does, claims, by, reason }) => (
              <li key={id}>
                <p>
                  <strong>{does === 'join' ? said.together.joined : said.together.parted}</strong> <bdi>{by}</bdi>:{' '}
                  <bdi>{reason}</bdi>
                </p>
                <Quotes ids={claims} claims={data.claims} />
                <Reasoned label={said.undo} isBusy={write.isPending} onGiven={takeBack(id)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {matters.length === 0 && <p>{said.together.none}</p>}
      <ul className="inbox-matters">
        {matters.slice(0, MOST_SHOWN).map((matter) => (
          <li key={matter.id} className="panel">
            <h2>
              <span className="inbox-code">{words.claim.kind[matter.kind] ?? matter.kind}</span>{' '}
              <span className="quiet">{count(matter.sources.length, said.together.sources)}</span>
            </h2>
            <Pick ids={matter.claims} {...pick} />
            <button type="button" onClick={() => choose(matter.claims)}>
              {said.together.chooseAll}
            </button>
          </li>
        ))}
      </ul>
      <Apart data={data} onChoose={choose} />
      <Copies data={data} onChoose={choose} />
    </div>
  )
}

interface PickProps {
  readonly ids: readonly string[]
  readonly claims: Clusters['claims']
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (id: string, on: boolean) => void
}

function Pick({ ids, claims, chosen, onToggle }: PickProps) {
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <label>
            <input type="checkbox" checked={chosen.has(id)} onChange={(event) => onToggle(id, event.target.checked)} />{' '}
            <bdi className="inbox-words">{words.quoted(claims[id]?.quote ?? '')}</bdi>{' '}
            <span className="quiet">
              <bdi>{claims[id]?.speaker ?? claims[id]?.outlet}</bdi>
              {words.comma}
              <bdi>{claims[id]?.doc}</bdi>
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}

function Quotes({ ids, claims }: { readonly ids: PickProps['ids']; readonly claims: PickProps['claims'] }) {
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <bdi className="inbox-words">{words.quoted(claims[id]?.quote ?? id)}</bdi>
        </li>
      ))}
    </ul>
  )
}

function Apart({ data, onChoose }: { readonly data: Clusters; readonly onChoose: (ids: readonly string[]) => void }) {
  if (data.kept_apart.length === 0) return null
  return (
    <section className="panel">
      <h2>{said.together.apart}</h2>
      <ul className="inbox-matters">
        {data.kept_apart.slice(0, MOST_SHOWN).map(({ claims }) => (
          <li key={claims.join(' ')}>
            <Quotes ids={claims} claims={data.claims} />
            <button type="button" onClick={() => onChoose(claims)}>
              {said.together.choose}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Copies({ data, onChoose }: { readonly data: Clusters; readonly onChoose: (ids: readonly string[]) => void }) {
  if (data.duplicates.length === 0) return null
  return (
    <section className="panel">
      <h2>{said.together.copies}</h2>
      <ul>
        {data.duplicates.map(({ docs, similarity }) => (
          <li key={docs.join(' ')}>
            {docs.map((doc) => (
              <span key={doc}>
                <bdi>{doc}</bdi>{' '}
              </span>
            ))}
            <span className="quiet">{said.together.share(percent.format(similarity))}</span>
            <Shared sentences={sharedSentences(docs, data.claims)} claims={data.claims} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface SharedProps {
  readonly sentences: readonly (readonly string[])[]
  readonly claims: Clusters['claims']
  readonly onChoose: (ids: readonly string[]) => void
}

/** One sentence printed twice is one account of one thing, unless somebody rules otherwise. */
function Shared({ sentences, claims, onChoose }: SharedProps) {
  if (sentences.length === 0) return null
  return (
    <details>
      <summary>{count(sentences.length, said.together.shared)}</summary>
      <ul>
        {sentences.slice(0, MOST_SHOWN).map((ids) => (
          <li key={ids.join(' ')}>
            <Quotes ids={ids.slice(0, 1)} claims={claims} />
            <button type="button" onClick={() => onChoose(ids)}>
              {said.together.choose}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
