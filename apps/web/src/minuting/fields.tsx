// Fields of the forms that write into the minutes: words, one of a list, several of a list.
import { useId, type ReactNode } from 'react'

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
  label: string
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
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
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
          {one.name}
        </label>
      ))}
    </fieldset>
  )
}
