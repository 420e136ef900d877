// What an editor of agreements asks while somebody writes.
export { openDocument, type AgreementDocument } from './document.ts'
