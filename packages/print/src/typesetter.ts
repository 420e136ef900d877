// The typesetter in this thread: source of a page to PDF or SVG, with fonts of our own, so that it looks alike on every machine.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** `madeAt`, in milliseconds since 1970, is the date the file bears. */
export function pdfFrom(source: string, madeAt: number): Uint8Array {
  return typesetter().pdf({ mainFileContent: source }, { creationTimestamp: Math.floor(madeAt / 1000) })
}

export function svgFrom(source: string): string {
  return typesetter().svg({ mainFileContent: source })
}

/** To read the fonts takes longer than to set a page. */
let kept: NodeCompiler | null = null

export function typesetter(): NodeCompiler {
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
