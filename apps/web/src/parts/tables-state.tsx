// What a screen over tables shows where there are none, or where one of them is wrong: what to do.
import type { TableFlaw } from '@trucekeeper/api'
import type { ReactNode } from 'react'
import { words } from '../words.ts'
import { English } from './english.tsx'

interface AbsentProps {
  readonly folder: string
  readonly children: ReactNode
}

export function TablesAbsent({ folder, children }: AbsentProps) {
  return (
    <section className="panel tables-state">
      <h2>{words.tables.absent(folder)}</h2>
      {children}
    </section>
  )
}

interface RefusedProps {
  readonly folder: string
  readonly flaws: readonly TableFlaw[]
  /** The command that says what may not be said here. */
  readonly command: string
}

export function TablesRefused({ folder, flaws, command }: RefusedProps) {
  return (
    <section className="panel tables-state tables-refused" role="alert">
      <h2>{words.tables.refused(folder)}</h2>
      <p>{words.tables.refusedHelp(flaws.length)}</p>
      <ul className="flaws">
        {flaws.map(({ file, row, column, cell, message, help }) => (
          <li key={`${file} ${row} ${column} ${message}`}>
            <strong>{words.tables.place(file, row, column, cell)}</strong>
            <span>{message === null ? words.tables.hidden(command) : <English>{message}</English>}</span>
            {help && (
              <span className="quiet">
                <English>{help}</English>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
