// How a desk is told of what is new.
export { NoticesScreen } from './screen.tsx'
