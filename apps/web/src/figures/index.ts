// Figures side by side: of the tables of access, and of what is claimed.
export { FiguresScreen } from './figures.tsx'
