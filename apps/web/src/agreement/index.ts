// The agreement as somebody writes it: its text, and beside it what is found in it and what follows from it.
export { AgreementEditorScreen } from './screen.tsx'
