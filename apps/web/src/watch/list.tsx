// Taking the list of the Security Council from a file of the reader, which stays where it is.
import { readList, type SanctionsList } from '@trucekeeper/watch'
import { useId, useState } from 'react'
import { isolate } from '../bidi.ts'
import { numberText } from '../number-text.ts'
import { English } from '../parts/english.tsx'
import { watchWords as said } from './words.ts'

interface Props {
  readonly list: SanctionsList | null
  readonly onTaken: (list: SanctionsList | null) => void
}

export function TakeList({ list, onTaken }: Props) {
  const id = useId()
  const [refused, setRefused] = useState<{ readonly message: string; readonly help: string } | null>(null)
  async function take(file: File | undefined): Promise<void> {
    if (!file) return
    const read = readList(await file.text())
    setRefused(read.ok ? null : read)
    onTaken(read.ok ? read.list : null)
  }
  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{said.list}</h2>
      <p className="quiet">{said.listHelp}</p>
      <div className="field">
        <label htmlFor={id}>{said.file}</label>
        <input
          id={id}
          type="file"
          accept=".xml,text/xml,application/xml"
          onChange={({ target }) => void take(target.files?.[0])}
        />
      </div>
      <p role="status">
        {list ? said.listOf(isolate(list.generated), numberText(list.people.length)) : refused ? '' : said.listNone}
      </p>
      {refused && (
        <div role="alert">
          <p>
            <English>{refused.message}</English>
          </p>
          <p className="quiet">
            <English>{refused.help}</English>
          </p>
        </div>
      )}
    </section>
  )
}
