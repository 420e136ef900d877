// Going anywhere by the keyboard.
export { PaletteButton } from './button.tsx'
