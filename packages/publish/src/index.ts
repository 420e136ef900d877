// What the world is told every evening: a report as a model, in words, on a page, and as files that other programs read.
export * from './exports/index.ts'
export * from './model/index.ts'
export { LANGUAGES, type Language } from './words/index.ts'
export type { Block, Line, Page, Run } from './page/blocks.ts'
export { htmlOf } from './page/html.ts'
export { markdownOf } from './page/markdown.ts'
export { pageOf } from './page/page.ts'
export { typstOf } from './page/typst.ts'
