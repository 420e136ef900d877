// The command: speaks the Language Server Protocol over standard input and output.
import { serveLanguage } from './server.ts'

serveLanguage(process.stdin, process.stdout)
