// Words in their place: a document of the record, or the agreement itself.
export { AgreementScreen, DocumentScreen } from './document.tsx'
