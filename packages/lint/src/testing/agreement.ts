// For tests: the agreement of a few clauses completed with what all examples share.
import { parseAgreement, resolveAgreement, type Agreement } from '@trucekeeper/agreement'
import { PLACES, PRELUDE } from './prelude.ts'
import { clausesUnder } from './snippet.ts'

/** A text that does not read is a fault of the test. */
export function agreementOf(clauses: string): Agreement {
  const source = clausesUnder(clauses)
  const own = /^agreement\s/m.test(source) ? source : `${source}\n${PRELUDE}`
  const { text, diagnostics } = parseAgreement(own, 'agreement.md')
  const resolved = resolveAgreement(text, new Map([['places.geojson', PLACES]]))
  if (!resolved.agreement)
    throw new Error([...diagnostics, ...resolved.diagnostics].map(({ message }) => message).join('\n'))
  return resolved.agreement
}
