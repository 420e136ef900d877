// The language server: keeps the open documents, and asks the editing services what an editor wants to know of them.
import {
  completionsAt,
  definitionAt,
  fixesAt,
  foldsOf,
  hoverAt,
  mentionAt,
  openDocument,
  referencesAt,
  renameAt,
  symbolsOf,
  type AgreementDocument,
} from '@trucekeeper/editing'
import {
  CodeActionKind,
  createConnection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type Position,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { completionItemOf, diagnosticOf, editsOf, hoverOf, rangeOf, symbolOf } from './lsp.ts'
import { PlaceReader } from './places.ts'

/** Other Markdown is no agreement and left alone. */
const HAS_FENCE = /^ {0,3}(?:`{3,}|~{3,})[ \t]*truce[ \t\r]*$/m
/** So long after the last keystroke findings are sent; what is asked for is answered at once. */
const PAUSE_MS = 80

interface Open {
  readonly document: TextDocument
  readonly agreement: AgreementDocument
}

/** Serves until the client says that it is done, or goes. */
export function serveLanguage(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): void {
  const connection = createConnection(new StreamMessageReader(input), new StreamMessageWriter(output))
  const documents = new TextDocuments(TextDocument)
  const read = new Map<string, Promise<Open>>()
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  const places = new PlaceReader()
  let watches = false

  connection.onInitialize(({ capabilities }: InitializeParams): InitializeResult => {
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    return {
      serverInfo: { name: 'truce', version: '0.1.0' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Full,
        completionProvider: { triggerCharacters: [' ', '(', '.', '#'] },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
      },
    }
  })

  connection.onInitialized(() => {
    if (!watches) return
    const watchers = [{ globPattern: '**/*.{geojson,json}' }]
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
  })

  documents.onDidChangeContent(({ document: { uri } }) => {
    read.delete(uri)
    clearTimeout(waiting.get(uri))
    waiting.set(
      uri,
      setTimeout(() => void sendFindings(uri), PAUSE_MS),
    )
  })
  documents.onDidClose(({ document: { uri } }) => {
    read.delete(uri)
    clearTimeout(waiting.get(uri))
    waiting.delete(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  // Somebody redrew a zone: every open agreement may say something else now.
  connection.onDidChangeWatchedFiles(() => {
    read.clear()
    for (const { uri } of documents.all()) void sendFindings(uri)
  })

  /** The document as it stands, read once for each of its versions; null for what is no agreement. */
  async function opened(uri: string): Promise<Open | null> {
    const document = documents.get(uri)
    if (!document) return null
    const source = document.getText()
    if (!HAS_FENCE.test(source)) return null
    const known = read.get(uri)
    if (known) return known
    const reading = places
      .placesFor(uri, source)
      .then((found) => ({ document, agreement: openDocument(source, fileOf(uri), found) }))
    read.set(uri, reading)
    return reading
  }

  async function sendFindings(uri: string): Promise<void> {
    waiting.delete(uri)
    const version = documents.get(uri)?.version
    const open = await opened(uri)
    // Typed on in the meantime: what was found is about an older text.
    if (documents.get(uri)?.version !== version) return
    const diagnostics = open ? open.agreement.diagnostics.map((each) => diagnosticOf(each, uri)) : []
    await connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics })
  }

  answer(connection, opened)
  documents.listen(connection)
  connection.listen()
}

function answer(connection: Connection, opened: (uri: string) => Promise<Open | null>): void {
  /** Asks about a place of a document; what is no agreement has no answer. */
  const at = async <T>(
    { textDocument: { uri }, position }: { textDocument: { uri: string }; position: Position },
    ask: (agreement: AgreementDocument, offset: number, uri: string) => T,
  ): Promise<T | null> => {
    const open = await opened(uri)
    return open && ask(open.agreement, open.document.offsetAt(position), uri)
  }

  connection.onCompletion((params) =>
    at(params, (agreement, offset) => completionsAt(agreement, offset).map(completionItemOf)),
  )
  connection.onHover((params) =>
    at(params, (agreement, offset) => {
      const hover = hoverAt(agreement, offset)
      return hover && hoverOf(hover)
    }),
  )
  connection.onDefinition((params) =>
    at(params, (agreement, offset, uri) => {
      const range = definitionAt(agreement, offset)
      return range && { uri, range: rangeOf(range) }
    }),
  )
  connection.onReferences((params) =>
    at(params, (agreement, offset, uri) => {
      const declared = definitionAt(agreement, offset)?.start.offset
      return referencesAt(agreement, offset)
        .filter(({ start }) => params.context.includeDeclaration || start.offset !== declared)
        .map((range) => ({ uri, range: rangeOf(range) }))
    }),
  )
  connection.onPrepareRename((params) =>
    at(params, (agreement, offset) => {
      const mention = mentionAt(agreement, offset)
      return mention?.target ? { range: rangeOf(mention.range), placeholder: mention.id } : null
    }),
  )
  connection.onRenameRequest((params) =>
    at(params, (agreement, offset, uri) => {
      const renamed = renameAt(agreement, offset, params.newName)
      if ('edits' in renamed) return { changes: { [uri]: editsOf(renamed.edits) } }
      throw new ResponseError(ErrorCodes.InvalidParams, `${renamed.refused}; ${renamed.help}`)
    }),
  )
  connection.onCodeAction(async ({ textDocument: { uri }, range }) => {
    const open = await opened(uri)
    if (!open) return []
    const { agreement, document } = open
    return fixesAt(agreement, document.offsetAt(range.start), document.offsetAt(range.end)).map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      isPreferred: fix.preferred,
      diagnostics: [diagnosticOf(fix.diagnostic, uri)],
      edit: { changes: { [uri]: editsOf(fix.edits) } },
    }))
  })
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const open = await opened(uri)
    return open ? symbolsOf(open.agreement).map(symbolOf) : []
  })
  connection.onFoldingRanges(async ({ textDocument: { uri } }) => {
    const open = await opened(uri)
    return open
      ? foldsOf(open.agreement).map(({ start, end }) => ({ startLine: start.line - 1, endLine: end.line - 1 }))
      : []
  })
}

/** The name that messages carry: the last part of the address. */
function fileOf(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
