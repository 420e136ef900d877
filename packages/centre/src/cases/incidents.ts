// What is told of the happening that a case is about, by each account.
import type { Agreement } from '@trucekeeper/agreement'
import { castOf, counts, factOf, mattersOf, weighty, type AccountPolicy, type Matter } from '@trucekeeper/corroborate'
import type { Claim } from '@trucekeeper/claims'
import type { CentreRecord } from '../record.ts'
import type { CaseIncident, Supported } from './case.ts'

/** The incidents that some claims are of; worked out once for all cases of a record. */
export function incidentsAmong(
  agreement: Agreement,
  { claims, rulings }: Pick<CentreRecord, 'claims' | 'rulings'>,
): (ids: readonly string[]) => CaseIncident[] {
  const cast = castOf(agreement.actors)
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  let matters: readonly Matter[] | null = null
  const told = new Map<string, CaseIncident>()
  return (ids) => {
    if (ids.length === 0) return []
    matters ??= mattersOf(claims, { zone: agreement.zone, rulings }).matters
    return matters
      .filter((matter) => matter.claims.some((id) => ids.includes(id)))
      .map((matter) => {
        const found = told.get(matter.id) ?? incidentOf(matter)
        told.set(matter.id, found)
        return found
      })
  }

  function incidentOf(matter: Matter): CaseIncident {
    const facts = (list: readonly string[]) =>
      list.flatMap((id) => {
        const claim: Claim | undefined = byId.get(id)
        return claim ? [factOf(claim, cast, agreement.zone)] : []
      })
    const [pro, con] = [facts(matter.for), facts(matter.against)]
    const taken = (policy: AccountPolicy, some: typeof pro) =>
      weighty(
        policy,
        some.filter((fact) => counts(policy, fact)),
      ).length > 0
    const verdicts = agreement.accounts.map((account) => ({
      account: account.id,
      verdict: supported(taken(account, pro), taken(account, con)),
    }))
    return { id: matter.id, claims: matter.claims, for: matter.for, against: matter.against, verdicts }
  }
}

function supported(pro: boolean, con: boolean): Supported {
  if (pro) return con ? 'contested' : 'supported'
  return con ? 'refuted' : 'unknown'
}
