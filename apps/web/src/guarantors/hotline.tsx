// What went over the hotline, in order: calls, and parties that were pressed.
import type { HotlineAnswer } from '@trucekeeper/api'
import { namesText } from '../list-text.ts'
import { Moment } from '../parts/moment.tsx'
import { guarantorWords as said } from './words.ts'
import { WrittenBy } from './written-by.tsx'

export function Hotline({ told, zone }: { readonly told: HotlineAnswer; readonly zone: string }) {
  const nameOf = (id: string) => told.names[id] ?? id
  return (
    <section aria-labelledby="hotline">
      <h2 id="hotline">{said.hotline}</h2>
      {told.log.length === 0 && <p className="quiet">{said.noHotline}</p>}
      <ol>
        {told.log.map((one) => (
          <li key={one.id}>
            <Moment iso={one.at} zone={zone} />{' '}
            <strong>
              {one.does === 'call'
                ? said.between(namesText(one.between.map(nameOf)))
                : said.presses(nameOf(one.of), nameOf(one.party))}
            </strong>{' '}
            <WrittenBy written={told.written[one.id]} />
          </li>
        ))}
      </ol>
    </section>
  )
}
