// The glyphs of a PDF page where they stand, from its drawing operations, and whether anybody sees them.
import type { PDFPageProxy } from 'unpdf/pdfjs'
import { OPS } from './operations.ts'

export interface Glyph {
  /** In the order of reading, even where it is a ligature. */
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of its letters, in points on the page. */
  readonly size: number
  /** Which stretch drawn at once it belongs to. */
  readonly run: number
  /** Why it is not seen; null where it is. */
  readonly hidden: string | null
}

type Matrix = readonly [number, number, number, number, number, number]

interface State {
  readonly matrix: Matrix
  readonly font: string
  readonly size: number
  readonly charSpacing: number
  readonly wordSpacing: number
  readonly scale: number
  readonly leading: number
  readonly rise: number
  readonly mode: number
  readonly alpha: number
  readonly colour: string
}

/** A painted area that words may stand on, in page space. */
interface Ground {
  readonly box: readonly [number, number, number, number]
  readonly colour: string
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const WHITE = '#ffffff'
const FRESH: State = {
  matrix: IDENTITY,
  font: '',
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  alpha: 1,
  colour: '#000000',
}
/** Fills neither stroke nor fill: nothing is drawn, or drawn only to cut something else out. */
const UNDRAWN_MODES = [3, 7]
const SMALLEST_POINTS = 2
const THOUSANDTH = 0.001

type Loaded = { readonly vertical?: boolean; readonly fontMatrix?: readonly number[] } | undefined
type Item = number | { readonly unicode: string; readonly width: number; readonly isSpace: boolean } | null

/** `visible` says whether a layer, by what the page calls it, is switched on. */
export async function glyphsOf(page: PDFPageProxy, visible: (layer: unknown) => boolean): Promise<Glyph[]> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const [left, bottom, right, top] = page.view as [number, number, number, number]
  const glyphs: Glyph[] = []
  const stack: State[] = []
  const layers: boolean[] = []
  const grounds: Ground[] = []
  let state = FRESH
  let line = IDENTITY
  let pen = IDENTITY
  let run = 0
  const move = (x: number, y: number) => {
    line = times(line, [1, 0, 0, 1, x, y])
    pen = line
  }
  const hiding = (x: number, y: number, size: number): string | null => {
    if (UNDRAWN_MODES.includes(state.mode)) return 'not drawn'
    if (layers.includes(false)) return 'on a layer that is off'
    if (state.alpha < 0.05) return 'transparent'
    if (size < SMALLEST_POINTS) return 'too small to see'
    if (x < left - size || x > right || y < bottom - size || y > top + size) return 'outside the page'
    const ground = grounds.findLast(({ box }) => x >= box[0] - 1 && x <= box[2] && y >= box[1] - 1 && y <= box[3])
    return isNear(state.colour, ground?.colour ?? WHITE) ? 'in the colour of the page' : null
  }
  const show = (items: readonly Item[]) => {
    const font = page.commonObjs.has(state.font) ? (page.commonObjs.get(state.font) as Loaded) : undefined
    const unit = font?.fontMatrix?.[0] ?? THOUSANDTH
    run += 1
    for (const item of items) {
      if (item === null) continue
      const at = times(state.matrix, pen)
      if (typeof item === 'number') {
        const by = -item * THOUSANDTH * state.size
        pen = times(pen, font?.vertical ? [1, 0, 0, 1, 0, by] : [1, 0, 0, 1, by * state.scale, 0])
        continue
      }
      const advance = item.width * unit * state.size + state.charSpacing + (item.isSpace ? state.wordSpacing : 0)
      const size = Math.hypot(at[2], at[3]) * Math.abs(state.size)
      const [x, y] = [at[4] + at[2] * state.rise, at[5] + at[3] * state.rise]
      const width = Math.hypot(at[0], at[1]) * Math.abs(advance * state.scale)
      glyphs.push({ text: item.unicode, x, y, width, size, run, hidden: hiding(x, y, size) })
      pen = times(pen, font?.vertical ? [1, 0, 0, 1, 0, -Math.abs(state.size)] : [1, 0, 0, 1, advance * state.scale, 0])
    }
  }
  const paint = (box: ArrayLike<number> | undefined, colour: string) => {
    if (box === undefined || box.length < 4) return
    const corners = [
      [box[0]!, box[1]!],
      [box[2]!, box[1]!],
      [box[0]!, box[3]!],
      [box[2]!, box[3]!],
    ].map(([x, y]) => pointOf(state.matrix, x!, y!))
    const xs = corners.map(([x]) => x)
    const ys = corners.map(([, y]) => y)
    grounds.push({ box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], colour })
  }
  const DO: Readonly<Record<number, (args: never) => void>> = {
    [OPS.save]: () => void stack.push(state),
    [OPS.restore]: () => void (state = stack.pop() ?? state),
    [OPS.transform]: (by: Matrix) => void (state = { ...state, matrix: times(state.matrix, by) }),
    [OPS.paintFormXObjectBegin]: ([by]: [Matrix | null]) => {
      stack.push(state)
      if (by) state = { ...state, matrix: times(state.matrix, by) }
    },
    [OPS.paintFormXObjectEnd]: () => void (state = stack.pop() ?? state),
    [OPS.beginText]: () => void ([line, pen] = [IDENTITY, IDENTITY]),
    [OPS.setFont]: ([font, size]: [string, number]) => void (state = { ...state, font, size }),
    [OPS.setCharSpacing]: ([charSpacing]: [number]) => void (state = { ...state, charSpacing }),
    [OPS.setWordSpacing]: ([wordSpacing]: [number]) => void (state = { ...state, wordSpacing }),
    [OPS.setHScale]: ([percent]: [number]) => void (state = { ...state, scale: percent / 100 }),
    [OPS.setLeading]: ([leading]: [number]) => void (state = { ...state, leading: -leading }),
    [OPS.setTextRise]: ([rise]: [number]) => void (state = { ...state, rise }),
    [OPS.setTextRenderingMode]: ([mode]: [number]) => void (state = { ...state, mode }),
    [OPS.moveText]: ([x, y]: [number, number]) => move(x, y),
    [OPS.setLeadingMoveText]: ([x, y]: [number, number]) => {
      state = { ...state, leading: y }
      move(x, y)
    },
    [OPS.setTextMatrix]: (args: readonly [Matrix] | Matrix) => {
      line = matrixOf(args)
      pen = line
    },
    [OPS.nextLine]: () => move(0, state.leading),
    [OPS.showText]: ([items]: [readonly Item[]]) => show(items),
    [OPS.showSpacedText]: ([items]: [readonly Item[]]) => show(items),
    [OPS.setFillRGBColor]: (args: readonly unknown[]) => void (state = { ...state, colour: colourOf(args) }),
    [OPS.setFillColorN]: () => void (state = { ...state, colour: '#808080' }),
    [OPS.setGState]: ([entries]: [readonly (readonly [string, unknown])[]]) => {
      const alpha = entries.find(([key]) => key === 'ca')?.[1]
      if (typeof alpha === 'number') state = { ...state, alpha }
    },
    [OPS.constructPath]: ([operation, , box]: [number, unknown, ArrayLike<number> | undefined]) => {
      if (FILLS.includes(operation)) paint(box, state.colour)
    },
    [OPS.paintImageXObject]: () => paint([0, 0, 1, 1], '#808080'),
    [OPS.shadingFill]: () => paint([-1e6, -1e6, 1e6, 1e6], '#808080'),
    [OPS.beginMarkedContent]: () => void layers.push(true),
    [OPS.beginMarkedContentProps]: ([tag, layer]: [string, unknown]) =>
      void layers.push(tag === 'OC' ? visible(layer) : true),
    [OPS.endMarkedContent]: () => void layers.pop(),
  }
  for (const [index, operation] of fnArray.entries()) DO[operation]?.(argsArray[index] as never)
  return glyphs
}

const FILLS: readonly number[] = [
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]

function matrixOf(args: readonly unknown[]): Matrix {
  const [first] = args
  return (typeof first === 'number' ? args : Array.from(first as ArrayLike<number>)) as unknown as Matrix
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

function pointOf(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}

/** A hex string, or three numbers up to 255. */
function colourOf(args: readonly unknown[]): string {
  if (typeof args[0] === 'string') return args[0]
  return `#${args
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`
}

function isNear(one: string, other: string): boolean {
  return [1, 3, 5].every(
    (at) => Math.abs(parseInt(one.slice(at, at + 2), 16) - parseInt(other.slice(at, at + 2), 16)) < 24,
  )
}
