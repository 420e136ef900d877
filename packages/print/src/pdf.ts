// A page as PDF: typeset in this process, with fonts of our own, so that it looks alike on every machine.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { typstOf, type Page } from '@trucekeeper/publish'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A PDF. `madeAt`, in milliseconds since 1970, is the date it bears: the same page and date give the same bytes. */
export function pdfOf(page: Page, madeAt: number): Uint8Array {
  return typesetter().pdf(sourceOf(page), { creationTimestamp: Math.floor(madeAt / 1000) })
}

/** Its sheets one below the other as one SVG, to be looked at on a screen. */
export function svgOf(page: Page): string {
  return typesetter().svg(sourceOf(page))
}

function sourceOf(page: Page) {
  return { mainFileContent: typstOf(page) }
}

/** To read the fonts takes longer than to set a page. */
let kept: NodeCompiler | null = null

function typesetter(): NodeCompiler {
  kept ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] })
  return kept
}

function fontFolders(): string[] {
  const require = createRequire(import.meta.url)
  const folder = (name: string) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`))
  return ['noto-sans', 'noto-sans-arabic'].flatMap((name) =>
    ['400Regular', '700Bold'].map((weight) => join(folder(name), weight)),
  )
}
