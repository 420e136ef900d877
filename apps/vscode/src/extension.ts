// Starts the language server that is built beside this file, on the editor's own Node, for Markdown documents.
import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'

let client: LanguageClient | null = null

export async function activate(context: ExtensionContext): Promise<void> {
  client = new LanguageClient(
    'truce',
    'Trucekeeper',
    { module: context.asAbsolutePath('dist/server.mjs'), transport: TransportKind.stdio },
    {
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'untitled', language: 'markdown' },
      ],
    },
  )
  await client.start()
}

export async function deactivate(): Promise<void> {
  await client?.stop()
  client = null
}
