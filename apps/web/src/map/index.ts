// The map: what happened where, as coarsely as it is named, through time; and the same as a list.
export { MapScreen } from './screen.tsx'
