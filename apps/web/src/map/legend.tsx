// What the shapes and edges of the map mean, and where its ground comes from.
import { useId, useState, type FormEvent } from 'react'
import { FINDINGS, type Drawn } from './columns.ts'
import { FindingBadge } from './finding.tsx'
import { areTiles } from './tiles.ts'
import { mapWords } from './words.ts'

export function Legend({ answer }: { answer: Drawn }) {
  const { legendOf } = mapWords
  return (
    <details className="map-legend">
      <summary>{mapWords.legend}</summary>
      <p className="map-findings">
        {FINDINGS.map((finding) => (
          <FindingBadge key={finding} finding={finding} />
        ))}
      </p>
      <ul>
        <li>{legendOf.bubble}</li>
        <li>{legendOf.area}</li>
        <li>{legendOf.circle}</li>
        <li>{legendOf.edge}</li>
        <li>{legendOf.band}</li>
        <li>{legendOf.cell(answer.convoy_delay_h)}</li>
        <li>{mapWords.attribution}</li>
      </ul>
    </details>
  )
}

interface TilesProps {
  readonly tiles: string | null
  readonly onChoose: (tiles: string | null) => void
}

export function TilesSetting({ tiles, onChoose }: TilesProps) {
  const id = useId()
  const [address, setAddress] = useState(tiles ?? '')
  const [isRefused, setRefused] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = address.trim()
    setRefused(!areTiles(wanted))
    if (areTiles(wanted)) onChoose(wanted)
  }
  const clear = () => {
    setAddress('')
    setRefused(false)
    onChoose(null)
  }
  return (
    <details className="map-tiles">
      <summary>{mapWords.tiles}</summary>
      <form onSubmit={submit}>
        <label htmlFor={id}>{mapWords.tilesLabel}</label>
        <span className="field-row">
          <input
            id={id}
            type="text"
            dir="ltr"
            value={address}
            aria-describedby={`${id}-help`}
            aria-invalid={isRefused}
            onChange={(event) => setAddress(event.target.value)}
          />
          <button type="submit">{mapWords.tilesUse}</button>
          <button type="button" disabled={tiles === null} onClick={clear}>
            {mapWords.tilesNone}
          </button>
        </span>
      </form>
      <p id={`${id}-help`} className="quiet">
        {mapWords.tilesHelp}
      </p>
      {isRefused && <p role="alert">{mapWords.tilesRefused}</p>}
    </details>
  )
}
