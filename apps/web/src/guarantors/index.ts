// Guarantors: what they undertook, whom they pressed, what they said of their calls.
export { GuarantorsScreen } from './screen.tsx'
