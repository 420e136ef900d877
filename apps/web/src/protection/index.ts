// The protection check: cells and days, and nothing else.
export { ProtectionScreen } from './screen.tsx'
