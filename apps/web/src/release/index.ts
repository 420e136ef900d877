// What a desk holds: that it does, and showing it to others.
export { ForWhom, type Audience } from './for-whom.tsx'
export { HeldMark } from './mark.tsx'
export { HeldPanel } from './panel.tsx'
