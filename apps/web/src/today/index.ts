// The first screen: who keeps the agreement, who breaks it, by whose account, and what is due next.
export { Today } from './today.tsx'
