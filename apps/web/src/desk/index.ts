// The screen on one's desk.
export { DeskScreen } from './screen.tsx'
