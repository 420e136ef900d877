// What the status prints of acts that changed nothing.
import { nameAct, type Act } from '@trucekeeper/claims'
import { statusOf } from '@trucekeeper/engine'
import { parseInstant } from '@trucekeeper/time'
import { openWorkspace } from '@trucekeeper/workspace'
import { fileURLToPath } from 'node:url'
import pc from 'picocolors'
import { expect, it } from 'vitest'
import type { Terminal } from '../terminal.ts'
import { showStatus } from './status.ts'

const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))

async function printed(...acts: Act[]): Promise<string> {
  const opened = await openWorkspace(EXAMPLE)
  if (!opened.ok) throw new Error('the example does not open')
  const lines: string[] = []
  const io = { print: (line: string) => lines.push(line), width: 200, colours: pc.createColors(false) }
  const record = { claims: [], acts, rulings: [], size: acts.length, digest: '', received: new Map() }
  const at = parseInstant('2016-09-20T12:00+03:00')!
  showStatus(io as unknown as Terminal, statusOf(opened.workspace.agreement, record, { at, knownAt: null }))
  return lines.join('\n')
}

function act(power: string, stage: Act['stage'], by: string[], at: string, more: Partial<Act> = {}): Act {
  return nameAct({ power, stage, by, at: `${at}+03:00`, doc: 'a.txt', quote: 'so', start: 0, end: 2, ...more })
}

it('says of an act without effect, and of an offer that lapsed, why that is so', async () => {
  const both = ['russia', 'united-states']
  const text = await printed(
    act('designate-day-d', 'exercised', both, '2016-09-11T12:00', { sets: '2016-09-12T19:00+03:00' }),
    act('certify-jic', 'exercised', both, '2016-09-13T12:00'),
    act('extend-truce', 'proposed', ['russia'], '2016-09-14T12:00', { length: '72 hours' }),
  )
  expect(text).toContain('without effect: exercised by russia, united-states')
  expect(text).toContain('`joint-centre` cannot be certified yet')
  expect(text).toContain('lapsed: proposed by russia')
  expect(text).toContain('`truce` ran out on 14 September, 19:00')
})
