// The screen on access.
export { AccessScreen } from './access.tsx'
