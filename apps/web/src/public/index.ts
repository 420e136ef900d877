// What anybody may see.
export { PublicScreen } from './public.tsx'
