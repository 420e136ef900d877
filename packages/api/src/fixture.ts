// A workspace held in memory for tests: one clause, two accounts, and a note of every question it was asked.
import type { AccountVerdict, Receipt, Status } from '@trucekeeper/engine'
import { formatInstant } from '@trucekeeper/time'
import type { Deps, Workspace } from './deps.ts'

const ZONE = 'Asia/Damascus'
export const SHA = 'a'.repeat(64)

const contested: AccountVerdict = {
  verdict: 'contested',
  reason: 'one account says fire ceased, another reports fire',
  for: ['clm_2'],
  against: ['clm_1'],
  cannot_confirm: [],
  undetermined: [],
  standing: 'in_force',
  timing: 'due',
  residual: { met: [], breached: [] },
}

const status: Status = {
  agreement: { id: 'aleppo-2016', title: 'Aleppo', hash: 'b'.repeat(64), zone: ZONE },
  at: '2016-09-16T23:00:00+03:00',
  known_at: null,
  checkpoint: { size: 2, digest: 'c'.repeat(64) },
  accounts: [
    { id: 'all-reported', name: 'All reported', decides: true },
    { id: 'monitors', name: 'Monitors', decides: false },
  ],
  clauses: [
    {
      id: 'no-attacks',
      title: null,
      heading: 'Cessation',
      kind: 'ban',
      parties: ['government'],
      sentence: 'No attacks with any weapons.',
      standing: 'in_force',
      standing_reason: 'the term runs',
      ended: null,
      timing: 'due',
      timing_reason: 'it binds throughout',
      due: null,
      decided_by: 'all-reported',
      verdicts: { 'all-reported': contested, monitors: { ...contested, verdict: 'unknown', for: [], against: [] } },
      next_change: null,
      residual: { met: [], breached: [] },
      open_terms: [],
    },
  ],
  gates: [],
  terms: [],
  powers: [],
  tallies: [],
  incidents: [],
  deadlines: [],
  open_terms: [],
}

const receipt: Receipt = {
  clause: 'no-attacks',
  heading: 'Cessation',
  sentence: 'No attacks with any weapons.',
  agreement: { id: 'aleppo-2016', hash: 'b'.repeat(64) },
  at: status.at,
  known_at: null,
  account: 'all-reported',
  engine: '0.1.0',
  checkpoint: status.checkpoint,
  standing: 'in_force',
  standing_reason: 'the term runs',
  timing: 'due',
  timing_reason: 'it binds throughout',
  verdict: 'contested',
  reason: contested.reason,
  suffices: [],
  tree: {
    op: 'question',
    text: 'did the government attack?',
    verdict: 'contested',
    children: [],
    quotes: [],
    scope: null,
  },
  residual: { met: [], breached: [] },
  next_change: null,
  open_terms: [],
}

export interface Asked {
  name: 'status' | 'why' | 'document'
  query: unknown
}

/** Deps over the fixture, and the questions that reached it, oldest first. */
export function fixtureDeps(page: Record<string, string> = { 'index.html': '<!doctype html><title>page</title>' }): {
  deps: Deps
  asked: Asked[]
  bugs: unknown[]
} {
  const asked: Asked[] = []
  const bugs: unknown[] = []
  const workspace: Workspace = {
    async status(query) {
      asked.push({ name: 'status', query })
      const accounts = query.accounts
      return {
        ...status,
        at: query.at === undefined ? status.at : formatInstant(query.at, ZONE),
        accounts: accounts ? status.accounts.filter(({ id }) => accounts.includes(id)) : status.accounts,
      }
    },
    async why(query) {
      asked.push({ name: 'why', query })
      if (query.clause === 'crash') throw new Error('disk on fire')
      if (query.clause !== 'no-attacks') {
        return { ok: false, message: `no clause is named \`${query.clause}\``, help: 'did you mean `no-attacks`?' }
      }
      return { ok: true, receipt }
    },
    async record() {
      return {
        entries: 2,
        first_received_at: '2016-09-13T10:00:00+03:00',
        last_received_at: '2016-09-16T22:00:00+03:00',
        suggested_at: '2016-09-16T23:00:00+03:00',
        moments: [{ at: '2016-09-12T19:00:00+03:00', label: 'Day D' }],
      }
    },
    async entries({ after, limit }) {
      const lines = [0, 1].map((index) => ({
        index,
        type: 'claim' as const,
        id: `clm_${index + 1}`,
        received_at: '2016-09-16T22:00:00+03:00',
        summary: 'Fire ceased.',
      }))
      const left = lines.filter(({ index }) => after === null || index > after)
      const entries = left.slice(0, limit)
      return { entries, next: left.length > limit ? entries.at(-1)!.index : null }
    },
    async document(name) {
      asked.push({ name: 'document', query: name })
      return name === SHA
        ? { doc: 'a.txt', outlet: 'Wire', published: '2016-09-16', text: 'Fire ceased.', sha256: SHA }
        : null
    },
    async agreementText() {
      return { file: 'agreement.md', text: '# Aleppo', hash: 'b'.repeat(64) }
    },
    async agreementPlaces() {
      return { 'places.geojson': [] }
    },
    async known() {
      throw new Error('the fixture has no linked agreement')
    },
    async claims() {
      return []
    },
    async tables() {
      return { access: null, ground: null, lines: new Map(), problems: [] }
    },
    agreements: async () => [],
    under: async (id) => ({ ok: false, message: `no agreement \`${id}\` is here`, help: 'leave it out' }),
    async lookback() {
      throw new Error('the fixture looks back on nothing')
    },
  }
  const deps: Deps = {
    workspace,
    page: {
      async get(path) {
        const text = page[path]
        const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8'
        return text === undefined ? null : { bytes: new TextEncoder().encode(text), type }
      },
    },
    hosts: ['localhost', '127.0.0.1'],
    onBug: (bug) => bugs.push(bug),
  }
  return { deps, asked, bugs }
}
