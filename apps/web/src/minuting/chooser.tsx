// Choosing what a minute rests on: typed words find it, arrow keys and Enter choose it; ids can be pasted as they are.
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { placesFor, type Findable } from '../palette/found.ts'
import { chooserWords as said } from './chooser-words.ts'

export interface Choosable extends Findable {
  /** What is chosen with it: one id, or those of everything that belongs together. */
  readonly gives: readonly string[]
  /** Written small beside the name: who, where, when. */
  readonly about: string
}

interface ChooserProps {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  /** Undefined while they are fetched. */
  readonly choices: readonly Choosable[] | undefined
  /** Told when somebody comes to it: what there is to choose from need not be fetched before. */
  readonly onCome: () => void
  /** What is chosen takes the place of what was. */
  readonly isOne?: boolean
}

const ID = /^(?:clm|act)_[0-9a-f]{20}$/

export function Chooser({ label, value, onChange, choices, onCome, isOne = false }: ChooserProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [index, setIndex] = useState(0)
  const left = (choices ?? []).filter(({ gives }) => !gives.every((one) => value.includes(one)))
  const found = isOpen ? placesFor(typed, left) : []
  const at = Math.min(index, found.length - 1)

  const take = (ids: readonly string[]) => {
    onChange(isOne ? ids.slice(0, 1) : [...new Set([...value, ...ids])])
    setTyped('')
    setIndex(0)
  }
  const onType = (text: string) => {
    const known = new Set(choices?.flatMap(({ gives }) => gives))
    const ids = text.split(/[\s,]+/).filter(Boolean)
    if (ids.length > 0 && ids.every((one) => ID.test(one) || known.has(one))) return take(ids)
    setTyped(text)
    setIndex(0)
    setOpen(true)
  }
  const moveTo = (next: number) => {
    setOpen(true)
    setIndex(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKey = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (step !== undefined) moveTo(isOpen ? Math.max(0, Math.min(found.length - 1, at + step)) : 0)
    else if (event.key === 'Escape' && isOpen) setOpen(false)
    else if (event.key === 'Enter' && isOpen) {
      if (found[at]) take(found[at].gives)
    } else return
    event.preventDefault()
  }
  const drop = (one: string) => {
    onChange(value.filter((each) => each !== one))
    input.current?.focus()
  }
  return (
    <div
      className="field chooser"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <label htmlFor={id}>{label}</label>
      {value.length > 0 && (
        <ul aria-label={said.chosen(label)}>
          {value.map((one) => {
            const known = choices?.find(({ gives }) => gives.length === 1 && gives[0] === one)
            const name = known?.name ?? one
            return (
              <li key={one}>
                <span>
                  <bdi>{name}</bdi> {known && <span className="quiet">{known.about}</span>}
                </span>
                <button type="button" aria-label={said.remove(name)} onClick={() => drop(one)}>
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={isOpen}
        aria-autocomplete="list"
        aria-describedby={`${id}-help`}
        {...(isOpen && { 'aria-controls': `${id}-list` })}
        {...(found[at] && { 'aria-activedescendant': `${id}-${at}` })}
        value={typed}
        onFocus={onCome}
        onClick={() => setOpen(true)}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={onKey}
      />
      {isOpen && (
        <div ref={list} role="listbox" id={`${id}-list`} aria-label={label}>
          {found.map((one, place) => (
            <div
              key={`${one.kind} ${one.gives.join(' ')}`}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === at}
              // What is pressed does not take the focus away from what is typed.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(one.gives)}
              onPointerMove={() => setIndex(place)}
            >
              <bdi>{one.name}</bdi>
              <span className="quiet">{one.about}</span>
            </div>
          ))}
        </div>
      )}
      <span id={`${id}-help`} className="quiet">
        {isOne ? said.helpOne : said.help}
      </span>
      <span role="status" className="quiet">
        {isOpen && (choices === undefined ? said.fetching : found.length === 0 ? said.none : said.found(found.length))}
      </span>
    </div>
  )
}
