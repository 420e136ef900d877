// Seal chains: each vehicle's checks in a row, with the one at which the chain broke set apart.
import type { AccessTold } from '@trucekeeper/api'
import type { Verdict } from '@trucekeeper/api'
import { rowText } from '../list-text.ts'
import { English } from '../parts/english.tsx'
import { Mark } from '../parts/verdict.tsx'
import { words } from '../words.ts'
import { momentText } from './told-text.ts'

type Chain = AccessTold['consignments'][number]['seals'][number]
type Check = Chain['checks'][number]

const text = words.access.seal

const MARKS: Readonly<Record<Chain['state'], Verdict>> = {
  whole: 'met',
  resealed: 'met',
  broken: 'breached',
  contested: 'contested',
  unknown: 'unknown',
}

export function SealChains({ chains, zone }: { chains: readonly Chain[]; zone: string }) {
  if (chains.length === 0) return null
  return (
    <ul className="chains">
      {chains.map((chain) => (
        <li key={chain.vehicle_id}>
          <p>
            <span className={`verdict verdict-${MARKS[chain.state]}`}>
              <Mark verdict={MARKS[chain.state]} />
              <strong>{text.state[chain.state]}</strong>
            </span>{' '}
            <bdi>{chain.vehicle_id}</bdi>: <English>{chain.reason}</English>
          </p>
          {chain.checks.length > 0 && (
            <ol className="chain" aria-label={text.chain(chain.vehicle_id)}>
              {chain.checks.map((check) => (
                <CheckBox key={check.row} check={check} chain={chain} zone={zone} />
              ))}
            </ol>
          )}
          {chain.unchecked.length > 0 && <p className="quiet">{text.unchecked(rowText(chain.unchecked))}</p>}
        </li>
      ))}
    </ul>
  )
}

function CheckBox({ check, chain, zone }: { check: Check; chain: Chain; zone: string }) {
  const broke = chain.breaks.find(({ row }) => row === check.row)
  const contested = broke !== undefined && broke.against.length > 0
  const kind = broke ? (contested ? 'contested' : 'broken') : 'held'
  return (
    <li className={`check check-${kind}`}>
      <strong>{text.check(text.checks[check.check] ?? check.check, check.seal_no)}</strong>
      <span>{check.place}</span>
      <span className="quiet">
        {momentText(check.at, zone)}
        {words.comma}
        <bdi>{check.by}</bdi>
      </span>
      {broke && (
        <span className="check-break">
          <Mark verdict={contested ? 'contested' : 'breached'} /> {contested ? text.contestedHere : text.brokeHere}
        </span>
      )}
    </li>
  )
}
