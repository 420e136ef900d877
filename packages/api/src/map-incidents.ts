// Incidents for a map: what, when, where as named, what follows for each ban by an account, and whose words they rest on.
import { stanceOf, type Claim } from '@trucekeeper/claims'
import type { IncidentStatus, ReceiptNode, Status, Verdict } from '@trucekeeper/engine'
import { parseInstant } from '@trucekeeper/time'
import type { KnownAt, Workspace } from './deps.ts'
import type { Spots, Spot } from './map-spots.ts'

export interface MapWord {
  readonly claim: string
  /** What the words do to it; null where they only wish, threaten or plan. */
  readonly stance: string | null
  readonly speaker: string | null
  readonly side: string
  readonly outlet: string | null
  readonly doc: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

export interface MapIncident {
  readonly id: string
  readonly kind: string
  readonly from: string | null
  readonly to: string | null
  /** As reports name them. */
  readonly places: readonly string[]
  /** The id of the spot it is drawn as; null where no name is on the map. */
  readonly spot: string | null
  /** For each ban that counts it by the account: `breached` where the evidence supports that it broke the ban. */
  readonly findings: readonly { readonly clause: string; readonly finding: Verdict }[]
  /** For each ban that does not: why. */
  readonly apart: readonly { readonly clause: string; readonly decision: string; readonly reason: string }[]
  readonly says: readonly MapWord[]
}

interface Asked {
  readonly status: Status
  readonly account: string | undefined
  readonly knownAt: KnownAt | undefined
  readonly at: number
}

export async function mapIncidents(
  workspace: Workspace,
  spots: Spots,
  { status, account, knownAt, at }: Asked,
): Promise<{ readonly incidents: readonly MapIncident[]; readonly spots: readonly Spot[] }> {
  const claims = new Map((await workspace.claims(knownAt)).map((claim) => [claim.id, claim]))
  const findings = await findingsOf(workspace, { status, account, knownAt, at })
  const used = new Map<string, Spot>()
  const incidents = status.incidents
    // Days that lie ahead of the instant asked about are plans and no happenings.
    .filter(({ from }) => from === null || parseInstant(from)! <= at)
    .map((incident): MapIncident => {
      const { id, kind, from, to, places, scope } = incident
      const spot = spots.of(places)
      if (spot) used.set(spot.id, spot)
      const own = findings.get(id) ?? new Map<string, Verdict>()
      return {
        id,
        kind,
        from,
        to,
        places,
        spot: spot?.id ?? null,
        findings: [...own].map(([clause, finding]) => ({ clause, finding })),
        apart: scope.filter(({ clause }) => !own.has(clause)),
        says: incident.claims.flatMap((claim) => {
          const said = claims.get(claim)
          return said ? [wordOf(said)] : []
        }),
      }
    })
  return { incidents, spots: [...used.values()] }
}

function wordOf(claim: Claim): MapWord {
  const { id, speaker, speaker_side, outlet, doc, start, end, quote } = claim
  return { claim: id, stance: stanceOf(claim), speaker, side: speaker_side, outlet, doc, start, end, quote }
}

/** By incident and ban, read off the receipts, so that the map and the page of the clause never differ. */
async function findingsOf(
  workspace: Workspace,
  { status, account, knownAt, at }: Asked,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Verdict>>> {
  const incidentOf = new Map(status.incidents.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)))
  const found = new Map<string, Map<string, Verdict>>()
  for (const clause of bansOf(status.incidents)) {
    const why = await workspace.why({
      clause,
      at,
      ...(account !== undefined && { account }),
      ...(knownAt !== undefined && { knownAt }),
    })
    if (!why.ok) continue
    for (const node of incidentNodes(why.receipt.tree)) {
      const id = mostOf(node.quotes.flatMap((quote) => incidentOf.get(quote.id) ?? []))
      if (id === null || node.verdict === null) continue
      found.set(id, (found.get(id) ?? new Map<string, Verdict>()).set(clause, TURNED[node.verdict]))
    }
  }
  return found
}

/** A receipt asks whether it happened; of a ban, what happened breaks it. */
const TURNED: Readonly<Record<Verdict, Verdict>> = {
  met: 'breached',
  breached: 'met',
  contested: 'contested',
  unknown: 'unknown',
}

function bansOf(incidents: readonly IncidentStatus[]): readonly string[] {
  return [...new Set(incidents.flatMap(({ scope }) => scope.map(({ clause }) => clause)))]
}

function* incidentNodes(node: ReceiptNode): Iterable<ReceiptNode> {
  if (node.op === 'incident') yield node
  else for (const child of node.children) yield* incidentNodes(child)
}

/** The one that stands most often: beside its own words an incident's quotes have general denials, which are of none. */
function mostOf(ids: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
