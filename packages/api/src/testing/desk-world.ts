// A folder that several desks write into over HTTP, with the clock of a test.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openTables, type Db } from '@trucekeeper/people'
import { followFolder, folderRecorder, sealedFields, viewsByAudience } from '@trucekeeper/workspace'
import { createApp } from '../app.ts'
import type { Deps } from '../deps.ts'
import { fixtureDeps } from '../fixture.ts'
import { ORIGIN } from './visitor.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../../examples/aleppo-2016')
export const NOTE = 'Two shells fell on Talbiseh.'
export const REPORT = 'Government forces shelled Talbiseh on Friday, an opposition commander said.'

export interface DeskWorld {
  readonly app: ReturnType<typeof createApp>
  readonly db: Db
  readonly deps: Deps
  readonly clock: { now: number }
  readonly bugs: readonly unknown[]
  close(): Promise<void>
}

export async function openDeskWorld(): Promise<DeskWorld> {
  const dir = await mkdtemp(join(tmpdir(), 'desk-world-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  for (const name of ['08-observatory-13.txt', '09-un-border.txt'])
    await cp(join(EXAMPLE, 'reports', name), join(dir, 'reports', name)).catch(() => undefined)
  const clock = { now: Date.parse('2016-09-17T12:00:00+03:00') }
  const tables = await openTables(null)
  if (!tables.ok) throw new Error(tables.refusal.message)
  const { db } = tables.value
  const folder = followFolder(dir)
  const recorder = folderRecorder(dir, { now: () => clock.now })
  const fixture = fixtureDeps()
  const deps: Deps = {
    ...fixture.deps,
    hosts: [new URL(ORIGIN).hostname],
    workspace: folder.view(),
    seenBy: viewsByAudience(folder),
    sealed: sealedFields(dir),
    recorder,
    people: { db, origin: () => ORIGIN, deviceBound: false },
    now: () => clock.now,
  }
  return {
    app: createApp(deps),
    db,
    deps,
    clock,
    bugs: fixture.bugs,
    async close() {
      await recorder.close()
      await tables.value.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** A note with one claim, as somebody in the field sends it. */
export function noteOf(text = NOTE, name = 'note-1.txt') {
  return {
    document: { name, text, outlet: null, published: '2016-09-17T10:05+03:00' },
    claims: [
      {
        quote: text,
        start: 0,
        end: text.length,
        speaker: 'a monitor',
        speaker_side: 'monitor',
        via: null,
        kind: 'shelling',
        modality: 'asserted',
        negated: false,
        places: ['Talbiseh'],
        date: '2016-09-17',
        date_basis: 'explicit',
        actor_blamed: null,
        target: null,
        figures: [],
      },
    ],
  }
}
