// A gate with who certifies it, and what would come of doing so now.
import type { GatesAnswer, Status } from '@trucekeeper/api'
import { isolate } from '../bidi.ts'
import { namesText } from '../list-text.ts'
import { GatePanel } from '../today/gate-panel.tsx'
import { Trials } from './effect.tsx'
import { powerWords as said } from './words.ts'

interface Props {
  readonly gate: GatesAnswer['gates'][number]
  readonly status: Status
  readonly nameOf: (id: string) => string
}

export function Gate({ gate, status, nameOf }: Props) {
  const { certify, reopens, powers } = gate
  const ways = powers.filter(({ effect }) => effect === 'certify' || effect === 'trigger')
  const who = certify && namesText(certify.who.map(nameOf))
  return (
    <div className="gate-told">
      <GatePanel gate={gate} status={status} />
      <div className="panel">
        <p>
          {certify === null ? said.needsNone : said.certifiedBy(certify.how === 'jointly' ? said.jointly(who!) : who!)}
          {certify?.within && ` ${said.within(isolate(certify.within))}`}
        </p>
        {reopens === 'never' && <p>{said.never}</p>}
        {ways.map(({ power, effect, trials }) => (
          <div key={power}>
            <h3>
              {said.effect[effect] ?? effect} (<bdi>{power}</bdi>)
            </h3>
            <Trials trials={trials} nameOf={nameOf} />
          </div>
        ))}
      </div>
    </div>
  )
}
