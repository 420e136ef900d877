// Asking: an area, some of its fixed cells, some days of the week; and the answer in words, each with the region it is about.
import type { ProtectionReply } from '@trucekeeper/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import { agreementPlacesQuery } from '../api.ts'
import { rowText } from '../list-text.ts'
import { numberText } from '../number-text.ts'
import { Said } from '../sign-in/frame.tsx'
import { send } from '../sign-in/session.ts'
import { useDoing } from '../sign-in/use-doing.ts'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { areasOf, beside, isArea, rowsOf } from './cells.ts'
import type { Open } from './screen.tsx'
import { protectionWords as text } from './words.ts'

const UTC = 'UTC'

export function Ask({ open }: { readonly open: Open }) {
  const { cell_length: length, period, budget } = open
  const id = useId()
  const client = useQueryClient()
  const { busy, reason, start } = useDoing()
  const [cells, setCells] = useState<readonly string[]>([])
  const [first, setFirst] = useState(period.first)
  const [last, setLast] = useState(period.last)
  const [reply, setReply] = useState<ProtectionReply | null>(null)
  const fresh = cells.filter((cell) => !budget.paid.includes(cell)).length

  function submit(event: FormEvent): void {
    event.preventDefault()
    const question = { cells, first_day: first, last_day: last }
    start(async () => {
      setReply(null)
      setReply(
        await send<ProtectionReply>('POST', '/api/protection/questions', question).finally(() =>
          client.invalidateQueries({ queryKey: ['/api/protection'] }),
        ),
      )
    })
  }

  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{text.ask}</h2>
      <form className="protection-form" onSubmit={submit}>
        <Cells length={length} most={budget.at_once} cells={cells} onChange={setCells} />
        <p>{cells.length === 0 ? text.noneChosen(budget.at_once) : `${text.chosen} ${rowText(cells)}`}</p>
        <div className="protection-days">
          <label htmlFor={`${id}-first`}>{text.firstDay}</label>
          <input
            id={`${id}-first`}
            type="date"
            required
            min={period.first}
            max={period.last}
            value={first}
            onChange={({ target }) => setFirst(target.value)}
          />
          <label htmlFor={`${id}-last`}>{text.lastDay}</label>
          <input
            id={`${id}-last`}
            type="date"
            required
            min={first}
            max={period.last}
            value={last}
            onChange={({ target }) => setLast(target.value)}
          />
        </div>
        <p className="quiet">{text.period(longMoment(period.first, UTC), longMoment(period.last, UTC))}</p>
        <p>{text.budget(numberText(budget.left_today), numberText(budget.left_this_year))}</p>
        {cells.length > 0 && <p className="quiet">{text.costs(fresh)}</p>}
        <Said reason={reason} />
        <p>
          <button type="submit" disabled={busy || cells.length === 0}>
            {text.askNow}
          </button>
        </p>
      </form>
      <div role="status">{reply && <Reply reply={reply} />}</div>
    </section>
  )
}

interface CellsProps {
  readonly length: number
  readonly most: number
  readonly cells: readonly string[]
  readonly onChange: (cells: readonly string[]) => void
}

/** A plain grid: no map, for what is on a map draws the eye to what is near. */
function Cells({ length, most, cells, onChange }: CellsProps) {
  const id = useId()
  const places = useQuery(agreementPlacesQuery())
  const areas = areasOf(places.data ?? {}, length - 1)
  const [wanted, setWanted] = useState<string | null>(null)
  const area = wanted ?? areas[0]?.area ?? 's'.repeat(length - 1)
  const shown = isArea(area, length - 1)
  const move = (east: number, north: number) => setWanted(beside(area, east, north))
  return (
    <>
      <div className="protection-area">
        {areas.length > 0 && (
          <span className="field">
            <label htmlFor={`${id}-place`}>{text.place}</label>
            <select
              id={`${id}-place`}
              value={areas.some((one) => one.area === area) ? area : ''}
              onChange={({ target }) => target.value && setWanted(target.value)}
            >
              <option value="">{text.elsewhere}</option>
              {areas.map((one) => (
                <option key={one.area} value={one.area}>
                  {one.name} ({one.area})
                </option>
              ))}
            </select>
          </span>
        )}
        <span className="field">
          <label htmlFor={`${id}-area`}>{text.area(length - 1)}</label>
          <input
            id={`${id}-area`}
            dir="ltr"
            value={area}
            maxLength={length - 1}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setWanted(target.value)}
          />
        </span>
      </div>
      <p className="protection-moves">
        {(
          [
            [text.north, 0, 1],
            [text.west, -1, 0],
            [text.east, 1, 0],
            [text.south, 0, -1],
          ] as const
        ).map(([name, east, north]) => (
          <button key={name} type="button" disabled={!shown} onClick={() => move(east, north)}>
            {name}
          </button>
        ))}
      </p>
      {shown ? (
        <div className="protection-grid" dir="ltr">
          <table>
            <caption className="quiet" dir={words.dir}>
              {text.grid(area)}
            </caption>
            <tbody>
              {rowsOf(area).map((row) => (
                <tr key={row[0]}>
                  {row.map((cell) => (
                    <td key={cell}>
                      <label>
                        <input
                          type="checkbox"
                          aria-label={cell}
                          checked={cells.includes(cell)}
                          disabled={!cells.includes(cell) && cells.length >= most}
                          onChange={({ target }) =>
                            onChange(target.checked ? [...cells, cell] : cells.filter((one) => one !== cell))
                          }
                        />
                        <span aria-hidden="true">{cell.slice(-1)}</span>
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p role="alert">{text.noArea(length - 1)}</p>
      )}
    </>
  )
}

function Reply({ reply: { lines, until } }: { readonly reply: ProtectionReply }) {
  return (
    <>
      <h3>{text.answer}</h3>
      <ul className="protection-lines">
        {lines.map(({ cell, answers, mark }) => (
          <li key={cell}>
            <code dir="ltr">{cell}</code>
            <ul>
              {answers.map(({ answer, within }) => (
                <li key={answer}>
                  {text.answers[answer]} {answer !== 'none known' && text.within(within, cell)}
                </li>
              ))}
            </ul>
            <span className="quiet">
              {text.mark} <code dir="ltr">{mark}</code>
            </span>
          </li>
        ))}
      </ul>
      <p>{text.noPermission}</p>
      <p className="quiet">{text.until(longMoment(until, UTC))}</p>
    </>
  )
}
