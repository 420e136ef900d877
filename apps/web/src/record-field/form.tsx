// The form: one of three, as short as it can be.
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { handedOver, takenOver } from '../desk/hand-over.ts'
import {
  AID_KINDS,
  FORMS,
  INCIDENT_KINDS,
  localMinute,
  minuteOf,
  SEAL_STATES,
  SIDES,
  type Fields,
} from './form-record.ts'
import { recordFieldWords as said } from './words.ts'

const KEPT_WHO = 'field-who'

const nothing = (): Fields => ({
  form: 'incident',
  ...keptWho(),
  at: localMinute(new Date()),
  place: '',
  words: handedOver(),
  incident: 'shelling',
  blamed: '',
  killed: '',
  injured: '',
  aid: 'none',
  consignment: '',
  seal: '',
  seal_state: 'intact',
})

interface Props {
  /** What was not taken, to be written anew. */
  readonly from: Fields | null
  readonly onRecord: (fields: Fields) => Promise<void>
}

export function FieldForm({ from, onRecord }: Props) {
  const [fields, setFields] = useState<Fields>(() =>
    from ? { ...from, at: localMinute(new Date(from.at)) } : nothing(),
  )
  const [told, setTold] = useState<'recorded' | 'missing' | null>(null)
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(takenOver, [])
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }))
  const { form } = fields

  async function submit(event: FormEvent) {
    event.preventDefault()
    const at = new Date(fields.at)
    if (fields.who.trim() === '' || fields.words.trim() === '' || Number.isNaN(at.getTime())) return setTold('missing')
    await onRecord({ ...fields, at: minuteOf(at) })
    keepWho(fields)
    // Who writes and what about stays for the next one.
    setFields({ ...nothing(), form, place: fields.place, consignment: fields.consignment })
    setTold('recorded')
    first.current?.focus()
  }

  return (
    <form className="panel field-form" onSubmit={(event) => void submit(event)} noValidate>
      <fieldset>
        <legend>{said.what}</legend>
        {FORMS.map((one) => (
          <label key={one} className="field-choice">
            <input type="radio" name="form" checked={form === one} onChange={() => set({ form: one })} />{' '}
            {said.forms[one]}
          </label>
        ))}
      </fieldset>
      {form !== 'incident' && <p className="quiet">{said.asClaims}</p>}
      <div className="field-grid">
        <Text label={said.who} value={fields.who} onChange={(who) => set({ who })} isNeeded />
        <Choice
          label={said.side}
          of={SIDES}
          words={said.sides}
          value={fields.side}
          onChange={(side) => set({ side })}
        />
        <Text label={said.at} type="datetime-local" value={fields.at} onChange={(at) => set({ at })} isNeeded />
        <Text label={said.place} value={fields.place} onChange={(place) => set({ place })} />
        {form === 'incident' ? (
          <>
            <Choice
              label={said.kind}
              of={INCIDENT_KINDS}
              words={said.kinds}
              value={fields.incident}
              onChange={(incident) => set({ incident })}
            />
            <Text label={said.blamed} value={fields.blamed} onChange={(blamed) => set({ blamed })} />
            <Text label={said.killed} type="number" value={fields.killed} onChange={(killed) => set({ killed })} />
            <Text label={said.injured} type="number" value={fields.injured} onChange={(injured) => set({ injured })} />
          </>
        ) : (
          <>
            <Text
              label={said.consignment}
              value={fields.consignment}
              onChange={(consignment) => set({ consignment })}
            />
            {form === 'seal' && (
              <>
                <Text label={said.seal} value={fields.seal} onChange={(seal) => set({ seal })} />
                <Choice
                  label={said.sealState}
                  of={SEAL_STATES}
                  words={said.sealStates}
                  value={fields.seal_state}
                  onChange={(state) => set({ seal_state: state })}
                />
              </>
            )}
            <Choice
              label={said.aid}
              of={['none', ...AID_KINDS] as const}
              words={said.aids}
              value={fields.aid}
              onChange={(aid) => set({ aid })}
            />
          </>
        )}
      </div>
      <Field label={said.words} help={said.wordsHelp}>
        {(id, help) => (
          <textarea
            id={id}
            ref={first}
            aria-describedby={help}
            required
            rows={4}
            dir="auto"
            value={fields.words}
            onChange={(event) => set({ words: event.target.value })}
          />
        )}
      </Field>
      <p className="field-act">
        <button type="submit">{said.record}</button>{' '}
        <span role={told === 'missing' ? 'alert' : 'status'}>{told && said[told]}</span>
      </p>
    </form>
  )
}

interface FieldProps {
  readonly label: string
  readonly help?: string
  readonly children: (id: string, help: string | undefined) => ReactNode
}

function Field({ label, help, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field-one">
      <label htmlFor={id}>{label}</label>
      {children(id, help && `${id}-help`)}
      {help && (
        <p id={`${id}-help`} className="quiet">
          {help}
        </p>
      )}
    </div>
  )
}

interface TextProps {
  readonly label: string
  readonly type?: 'text' | 'number' | 'datetime-local'
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isNeeded?: boolean
}

function Text({ label, type = 'text', value, onChange, isNeeded = false }: TextProps) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type={type}
          required={isNeeded}
          placeholder={isNeeded || type !== 'text' ? undefined : said.optional}
          {...(type === 'number' && { min: 0, step: 1 })}
          {...(type === 'text' && { dir: 'auto' })}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly of: readonly T[]
  readonly words: Readonly<Record<T, string>>
  readonly value: T
  readonly onChange: (value: T) => void
}

function Choice<T extends string>({ label, of, words, value, onChange }: ChoiceProps<T>) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChange(of[event.target.selectedIndex]!)}>
          {of.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function keptWho(): Pick<Fields, 'who' | 'side'> {
  try {
    const { who, side } = JSON.parse(localStorage.getItem(KEPT_WHO) ?? '{}') as Partial<Fields>
    return { who: who ?? '', side: SIDES.find((one) => one === side) ?? 'monitor' }
  } catch {
    return { who: '', side: 'monitor' }
  }
}

function keepWho({ who, side }: Fields): void {
  try {
    localStorage.setItem(KEPT_WHO, JSON.stringify({ who, side }))
  } catch {
    // It is asked for again.
  }
}
