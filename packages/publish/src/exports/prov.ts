// Where every figure of a report comes from, as linked data (W3C PROV-O in JSON-LD).
import type { DailyReport } from '../model/index.ts'
import { reportUrn } from './atom.ts'

const CONTEXT = {
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  generatedAt: { '@id': 'prov:generatedAtTime', '@type': 'xsd:dateTime' },
  derivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id' },
  generatedBy: { '@id': 'prov:wasGeneratedBy', '@type': '@id' },
  used: { '@id': 'prov:used', '@type': '@id' },
  value: { '@id': 'prov:value' },
}

export function provOf(report: DailyReport): string {
  const urn = reportUrn(report)
  const record = `urn:trucekeeper:record:${report.checkpoint.digest}`
  const agreement = `urn:trucekeeper:agreement:${report.agreement.hash}`
  const making = `${urn}#making`
  const entry = (name: string) => `urn:trucekeeper:entry:${encodeURIComponent(name)}`
  const graph = [
    {
      '@id': urn,
      '@type': 'prov:Entity',
      generatedAt: report.known_at,
      generatedBy: making,
      derivedFrom: [record, agreement],
    },
    { '@id': making, '@type': 'prov:Activity', used: [record, agreement] },
    { '@id': record, '@type': ['prov:Entity', 'prov:Collection'] },
    { '@id': agreement, '@type': 'prov:Entity' },
    ...report.receipts.map(({ id, clause, account, entries }) => {
      const value = [clause ?? '', account ?? ''].filter((part) => part !== '').join(' by ')
      return {
        '@id': `${urn}#${id}`,
        '@type': 'prov:Entity',
        ...(value !== '' && { value }),
        generatedBy: making,
        derivedFrom: entries.length > 0 ? entries.map(entry) : [record],
      }
    }),
  ]
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`
}
