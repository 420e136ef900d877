// Reports on paper for a server: the typesetter starts on a thread of its own with the first PDF that somebody asks for.
import type { Printer } from '@trucekeeper/print'
import type { startServer } from '@trucekeeper/server'

type Print = NonNullable<Parameters<typeof startServer>[0]['print']>

export function printing(): Print & { close(): Promise<void> } {
  let printer: Promise<Printer> | null = null
  return {
    async pdf(page, madeAt) {
      printer ??= import('@trucekeeper/print').then(({ openPrinter }) => openPrinter(1))
      return (await printer).pdf(page, madeAt)
    },
    async docx(page) {
      const { docxOf } = await import('@trucekeeper/print')
      return docxOf(page)
    },
    close: async () => (await printer)?.close(),
  }
}
