// The screen on the pull-back.
export { GroundScreen } from './ground.tsx'
