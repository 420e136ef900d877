// What changed since the last look, or since an instant.
export { SinceLastLook } from './since.tsx'
