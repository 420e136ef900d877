// The exchange of information between members.
export { ExchangeScreen } from './screen.tsx'
