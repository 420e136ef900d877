// Recording in the field, with or without a link.
export { RecordFieldScreen } from './screen.tsx'
