// The way to every screen.
export { Menu } from './menu.tsx'
export { MENU } from './screens.ts'
