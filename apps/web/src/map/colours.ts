// The colours of the page as a picture needs them, read from its stylesheet, so that dark stays dark.
const NAMES = {
  paper: '--paper',
  wash: '--wash',
  ink: '--ink',
  quiet: '--quiet',
  line: '--line',
  strong: '--line-strong',
  link: '--link',
  met: '--met',
  breached: '--breached',
  contested: '--contested',
  unknown: '--unknown',
  band: '--contested-line',
} as const

export type Colours = Readonly<Record<keyof typeof NAMES | 'font', string>>

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const colours = Object.entries(NAMES).map(([name, property]) => [name, style.getPropertyValue(property).trim()])
  return { ...Object.fromEntries(colours), font: style.fontFamily } as Colours
}
