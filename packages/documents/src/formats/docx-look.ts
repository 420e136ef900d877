// How the words of a Word document look, as far as that decides whether anybody sees them.
import { elementsOf, type Element } from '../markup/xml.ts'

export interface Look {
  readonly vanished?: boolean
  /** Six hex digits. */
  readonly colour?: string | undefined
  /** Six hex digits of what is behind the words. */
  readonly ground?: string | undefined
  /** In half points. */
  readonly size?: number
}

export interface Styles {
  /** The look a paragraph gives its runs. */
  paragraph(element: Element): Look
  /** The look a run has of its own and through its style. */
  run(element: Element): Look
}

const SMALLEST_HALF_POINTS = 4
const OFF = ['0', 'false', 'off', 'none']
const HIGHLIGHTS: Readonly<Record<string, string>> = { white: 'FFFFFF', none: 'FFFFFF' }

/** What a reader of the page does not see, and why; null where it is seen. */
export function hidingOf({ vanished, colour, ground, size }: Look): string | null {
  if (vanished) return 'marked as hidden'
  if (size !== undefined && size < SMALLEST_HALF_POINTS) return 'too small to see'
  if (colour !== undefined && isNear(colour, ground ?? 'FFFFFF')) return 'in the colour of the page'
  return null
}

export function stylesOf(sheet: Element | null): Styles {
  const styles = new Map(
    (sheet === null ? [] : elementsOf(sheet)).flatMap((style) =>
      style.name === 'w:style' && style.attributes['w:styleId'] !== undefined
        ? [[style.attributes['w:styleId'], style] as const]
        : [],
    ),
  )
  const named = (id: string | undefined, seen: readonly string[] = []): Look => {
    const style = id === undefined || seen.includes(id) ? undefined : styles.get(id)
    if (style === undefined) return {}
    return {
      ...named(valueOf(style, 'w:basedOn'), [...seen, id!]),
      ...lookOf(childOf(style, 'w:pPr')),
      ...lookOf(childOf(style, 'w:rPr')),
    }
  }
  return {
    paragraph(element) {
      const own = childOf(element, 'w:pPr')
      return { ...named(own && valueOf(own, 'w:pStyle')), ...groundOf(own) }
    },
    run(element) {
      const own = childOf(element, 'w:rPr')
      return { ...named(own && valueOf(own, 'w:rStyle')), ...lookOf(own) }
    },
  }
}

/** What a list of properties says; what it leaves out stays as it was. */
export function lookOf(properties: Element | undefined): Look {
  if (properties === undefined) return {}
  const vanish =
    childOf(properties, 'w:vanish') ?? childOf(properties, 'w:webHidden') ?? childOf(properties, 'w:specVanish')
  const colour = valueOf(properties, 'w:color')
  const size = Number(valueOf(properties, 'w:sz'))
  return {
    ...(vanish && { vanished: !OFF.includes(vanish.attributes['w:val'] ?? '1') }),
    ...(colour !== undefined && { colour: isColour(colour) ? colour : undefined }),
    ...(size > 0 && { size }),
    ...groundOf(properties),
  }
}

function groundOf(properties: Element | undefined): Look {
  const highlight = properties && valueOf(properties, 'w:highlight')
  if (highlight !== undefined) return { ground: HIGHLIGHTS[highlight] ?? '808080' }
  const fill = properties && childOf(properties, 'w:shd')?.attributes['w:fill']
  return fill === undefined ? {} : { ground: isColour(fill) ? fill : undefined }
}

function childOf(element: Element, name: string): Element | undefined {
  return elementsOf(element).find((child) => child.name === name)
}

function valueOf(element: Element, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val']
}

const isColour = (text: string) => /^[0-9a-f]{6}$/i.test(text)

/** No part of the colour differs by more than an eye would notice. */
function isNear(one: string, other: string): boolean {
  return [0, 2, 4].every(
    (at) => Math.abs(parseInt(one.slice(at, at + 2), 16) - parseInt(other.slice(at, at + 2), 16)) < 24,
  )
}
