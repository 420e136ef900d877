// The inbox: what was read waits here for a person.
export { InboxScreen } from './screen.tsx'
