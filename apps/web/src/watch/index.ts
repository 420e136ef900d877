// Reported travel of people under sanctions.
export { WatchScreen } from './screen.tsx'
