// The screen of the agreements of a folder side by side, and of what each makes of an incident.
export { AgreementsScreen } from './screen.tsx'
