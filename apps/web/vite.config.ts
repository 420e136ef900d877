// How the page is built: no inline code (the content security policy forbids it), nothing fetched from elsewhere.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0, target: 'es2023' },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4173' } },
})
