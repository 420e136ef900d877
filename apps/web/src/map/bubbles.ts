// Pictures of numbers of incidents: the count, and beneath it the shape of each finding that occurs among them.
import { FINDINGS, type Finding } from './columns.ts'
import type { Colours } from './colours.ts'

const [WIDTH, HEIGHT, SHAPE] = [40, 34, 9]
export const PIXELS = 2
const PREFIX = 'bubble'

/** The name of a picture, as MapLibre makes it of the counts of a cluster. */
export const BUBBLE_NAME = [
  'concat',
  `${PREFIX}|`,
  [
    'case',
    ['<', ['get', 'all'], 1000],
    ['to-string', ['get', 'all']],
    ['concat', ['to-string', ['round', ['/', ['get', 'all'], 1000]]], 'k'],
  ],
  ...FINDINGS.map((finding) => ['case', ['>', ['get', finding], 0], `|${finding}`, '']),
]

/** The picture of a name; null where the name is none of ours. */
export function bubbleOf(name: string, colours: Colours): ImageData | null {
  const [prefix, count, ...findings] = name.split('|')
  if (prefix !== PREFIX || count === undefined) return null
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH * PIXELS
  canvas.height = HEIGHT * PIXELS
  const pen = canvas.getContext('2d')!
  pen.scale(PIXELS, PIXELS)
  pen.fillStyle = colours.paper
  pen.strokeStyle = colours.ink
  pen.lineWidth = 1.5
  pen.beginPath()
  pen.roundRect(1, 1, WIDTH - 2, HEIGHT - 2, 8)
  pen.fill()
  pen.stroke()
  pen.fillStyle = colours.ink
  pen.font = `600 13px ${colours.font}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(count, WIDTH / 2, 11)
  const shown = findings as Finding[]
  const start = WIDTH / 2 - ((shown.length - 1) * (SHAPE - 1.5)) / 2
  shown.forEach((finding, at) => drawFinding(pen, finding, colours, start + at * (SHAPE - 1.5), 24))
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

/** Silhouettes of the marks that the lists have, told apart in grey and small. */
function drawFinding(pen: CanvasRenderingContext2D, finding: Finding, colours: Colours, x: number, y: number): void {
  const r = SHAPE / 2 - 1
  pen.beginPath()
  pen.fillStyle = pen.strokeStyle = colours[finding === 'none' ? 'quiet' : finding]
  pen.lineWidth = 1.4
  if (finding === 'none') {
    pen.moveTo(x - r, y)
    pen.lineTo(x + r, y)
    pen.stroke()
  } else if (finding === 'breached') {
    for (let corner = 0; corner < 8; corner += 1) {
      const turn = ((corner + 0.5) * Math.PI) / 4
      pen.lineTo(x + (r + 0.4) * Math.cos(turn), y + (r + 0.4) * Math.sin(turn))
    }
    pen.closePath()
    pen.fill()
  } else if (finding === 'contested') {
    pen.rect(x - r + 0.4, y - r + 0.4, 2 * r - 0.8, 2 * r - 0.8)
    pen.stroke()
    pen.moveTo(x + r - 0.4, y - r + 0.4)
    pen.lineTo(x - r + 0.4, y + r - 0.4)
    pen.stroke()
  } else {
    pen.arc(x, y, r - 0.3, 0, 2 * Math.PI)
    if (finding === 'unknown') pen.setLineDash([1.6, 1.2])
    pen.stroke()
    if (finding === 'met') pen.fill()
    pen.setLineDash([])
  }
}
