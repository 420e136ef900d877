// How the page is built: no inline code (the content security policy forbids it), nothing fetched from elsewhere.
import react from '@vitejs/plugin-react'
import { createRequire } from 'node:module'
import { defineConfig } from 'vite'

const CHARACTERS = 'decode-named-character-reference'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // For browsers it asks the document which character a name stands for, and agreements are read in a worker, which has none.
  resolve: { alias: { [CHARACTERS]: createRequire(import.meta.url).resolve(CHARACTERS) } },
  build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0, target: 'es2023' },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4173' } },
})
