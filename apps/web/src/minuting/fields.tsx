// Fields of the forms that write into the minutes: words, one of a list, several of a list, an instant, a day.
import { useId, type ReactNode } from 'react'
import { zoneName } from '../time-text.ts'
import { words } from '../words.ts'

export interface Choice {
  readonly value: string
  readonly name: string
}

interface FieldProps<T> {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly help?: string
  readonly required?: boolean
}

function Field({
  id,
  label,
  help,
  children,
}: {
  id: string
  label: ReactNode
  help: string | undefined
  children: ReactNode
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {help && (
        <span id={`${id}-help`} className="quiet">
          {help}
        </span>
      )}
    </div>
  )
}

export function Words({ label, value, onChange, help, required = true }: FieldProps<string>) {
  const id = useId()
  return (
    <Field id={id} label={label} help={help}>
      <textarea
        id={id}
        dir="auto"
        required={required}
        aria-describedby={help ? `${id}-help` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

export function Line({ label, value, onChange, help, required = true }: FieldProps<string>) {
  const id = useId()
  return (
    <Field id={id} label={label} help={help}>
      <input
        id={id}
        type="text"
        dir="auto"
        autoComplete="off"
        required={required}
        aria-describedby={help ? `${id}-help` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

export function OneOf({
  label,
  value,
  onChange,
  choices,
  help,
}: FieldProps<string> & { readonly choices: readonly Choice[] }) {
  const id = useId()
  return (
    <Field id={id} label={label} help={help}>
      <select
        id={id}
        aria-describedby={help ? `${id}-help` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.name}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function SomeOf({
  label,
  value,
  onChange,
  choices,
}: FieldProps<readonly string[]> & { readonly choices: readonly Choice[] }) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {choices.map((one) => (
        <label key={one.value}>
          <input
            type="checkbox"
            checked={value.includes(one.value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...value, one.value] : value.filter((id) => id !== one.value))
            }
          />{' '}
          <bdi>{one.name}</bdi>
        </label>
      ))}
    </fieldset>
  )
}

/** A wall clock of the agreement's zone, as `instantOfLocal` takes it. */
export function When({
  label,
  zone,
  value,
  onChange,
  help,
  required = false,
}: FieldProps<string> & { readonly zone: string }) {
  const id = useId()
  const name = (
    <>
      {label} <span className="quiet">{words.lens.zone(zoneName(zone))}</span>
    </>
  )
  return (
    <Field id={id} label={name} help={help}>
      <input
        id={id}
        type="datetime-local"
        required={required}
        aria-describedby={help ? `${id}-help` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

export function Day({ label, value, onChange }: FieldProps<string>) {
  const id = useId()
  return (
    <Field id={id} label={label} help={undefined}>
      <input id={id} type="date" required value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}
