// Protected things that are told to have been hit.
export { ProtectedScreen } from './screen.tsx'
