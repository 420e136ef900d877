// What is told of the happening that a case is about, by each account.
import type { Agreement } from '@trucekeeper/agreement'
import { castOf, counts, factOf, mattersOf, weighty, type AccountPolicy, type Matter } from '@trucekeeper/corroborate'
import type { Claim } from '@trucekeeper/claims'
import type { CentreRecord } from '../record.ts'
import type { CaseIncident, Supported } from './case.ts'

/**
 * The incidents that claims of a case are of, each told from the side of those that it was opened with: an allegation that
 * words about keeping the truce contradict is not what such words are for. The matters are worked out once for all cases.
 */
export function incidentsAmong(
  agreement: Agreement,
  { claims, rulings }: Pick<CentreRecord, 'claims' | 'rulings'>,
): (opening: readonly string[], others: readonly string[]) => CaseIncident[] {
  const cast = castOf(agreement.actors)
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  let matters: readonly Matter[] | null = null
  return (opening, others) => {
    const ids = new Set([...opening, ...others])
    const alleges = (list: readonly string[]) => list.filter((id) => opening.includes(id)).length
    if (ids.size === 0) return []
    matters ??= mattersOf(claims, { zone: agreement.zone, rulings }).matters
    return matters
      .filter((matter) => matter.claims.some((id) => ids.has(id)))
      .map((matter) =>
        alleges(matter.against) > alleges(matter.for)
          ? incidentOf(matter, matter.against, matter.for)
          : incidentOf(matter, matter.for, matter.against),
      )
  }

  function incidentOf(matter: Matter, alleging: readonly string[], denying: readonly string[]): CaseIncident {
    const facts = (list: readonly string[]) =>
      list.flatMap((id) => {
        const claim: Claim | undefined = byId.get(id)
        return claim ? [factOf(claim, cast, agreement.zone)] : []
      })
    const [pro, con] = [facts(alleging), facts(denying)]
    const taken = (policy: AccountPolicy, some: typeof pro) =>
      weighty(
        policy,
        some.filter((fact) => counts(policy, fact)),
      ).length > 0
    const verdicts = agreement.accounts.map((account) => ({
      account: account.id,
      verdict: supported(taken(account, pro), taken(account, con)),
    }))
    return { id: matter.id, claims: matter.claims, for: alleging, against: denying, verdicts }
  }
}

function supported(pro: boolean, con: boolean): Supported {
  if (pro) return con ? 'contested' : 'supported'
  return con ? 'refuted' : 'unknown'
}
