// The documents of the inbox, the reports that lie in the folder, and the way to hand one over.
import type { Inbox, TakenIn } from '@trucekeeper/api'
import { useId, useState, type FormEvent } from 'react'
import { language } from '../language.ts'
import { plurals } from '../plural.ts'
import { ForWhom, HeldMark, HeldPanel, type Audience } from '../release/index.ts'
import { words } from '../words.ts'
import { useWrite } from './asking.ts'
import { Told } from './told.tsx'
import { inboxWords as said } from './words.ts'

const count = plurals(language)

interface Props {
  readonly inbox: Inbox
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

export function Documents({ inbox, chosen, onChoose }: Props) {
  const take = useWrite<TakenIn>()
  const takeIn = async (name: string) => {
    const address = `/api/inbox/waiting?name=${encodeURIComponent(name)}`
    const { documents } = await take.mutateAsync({ address, body: new Blob([]) })
    if (documents[0]) onChoose(documents[0].id)
  }
  return (
    <div className="inbox-documents">
      {inbox.documents.length > 0 && (
        <section className="panel">
          <h2>{said.documents}</h2>
          <ul>
            {inbox.documents.map(({ id, doc, outlet, open }) => (
              <li key={id}>
                <button type="button" aria-current={id === chosen} onClick={() => onChoose(id)}>
                  <bdi>{doc}</bdi>
                </button>
                <p className="quiet">
                  {outlet && (
                    <>
                      <bdi>{outlet}</bdi>
                      {words.comma}
                    </>
                  )}
                  {open > 0 ? count(open, said.open) : said.allDecided} <HeldMark id={id} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {inbox.waiting.length > 0 && (
        <section className="panel">
          <h2>{said.waiting}</h2>
          <ul>
            {inbox.waiting.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>{' '}
                <button
                  type="button"
                  disabled={take.isPending}
                  onClick={() => void takeIn(name).catch(() => undefined)}
                >
                  {said.takeIn}
                  <span className="unseen">: {name}</span>
                </button>
              </li>
            ))}
          </ul>
          <Told error={take.error} />
        </section>
      )}
      <HeldPanel />
    </div>
  )
}

export function Upload({ onTaken }: { readonly onTaken: (id: string) => void }) {
  const id = useId()
  const write = useWrite<TakenIn>()
  const [file, setFile] = useState<File | null>(null)
  const [published, setPublished] = useState('')
  const [outlet, setOutlet] = useState('')
  const [audience, setAudience] = useState<Audience>('desk')
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (file === null) return
    const query = new URLSearchParams({
      name: file.name,
      ...(published.trim() !== '' && { published: published.trim() }),
      ...(outlet.trim() !== '' && { outlet: outlet.trim() }),
      ...(audience === 'desks' && { for: audience }),
    })
    const taken = await write.mutateAsync({ address: `/api/documents?${query}`, body: file })
    const first = taken.documents.find(({ proposals }) => proposals > 0)
    if (first) onTaken(first.id)
  }
  const proposals = write.data?.documents.reduce((sum, one) => sum + one.proposals, 0)
  return (
    <form className="panel inbox-upload" onSubmit={(event) => void submit(event).catch(() => undefined)}>
      <h2>{said.upload.title}</h2>
      <p className="quiet">{said.upload.help}</p>
      <label htmlFor={`${id}-file`}>{said.upload.file}</label>
      <input id={`${id}-file`} type="file" required onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
      <label htmlFor={`${id}-published`}>{said.upload.published}</label>
      <input
        id={`${id}-published`}
        dir="ltr"
        placeholder="2016-09-16"
        value={published}
        onChange={(event) => setPublished(event.target.value)}
      />
      <label htmlFor={`${id}-outlet`}>{said.upload.outlet}</label>
      <input id={`${id}-outlet`} dir="auto" value={outlet} onChange={(event) => setOutlet(event.target.value)} />
      <ForWhom value={audience} onChange={setAudience} />
      <p>
        <button type="submit" disabled={file === null || write.isPending}>
          {said.upload.send}
        </button>
      </p>
      <Told error={write.error} done={proposals === undefined ? null : count(proposals, said.upload.read)} />
    </form>
  )
}
