// How the page that verifies receipts is built: one HTML file with everything in it, which opens without a server.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [oneFile()],
  build: {
    outDir: join(import.meta.dirname, '../dist'),
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    assetsInlineLimit: Infinity,
    target: 'es2023',
  },
})

/**
 * Puts script and styles into the HTML, under a policy that lets these very bytes run and nothing else: no network, no
 * other script, no markup made from text.
 */
function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const outputs = Object.values(bundle)
      const page = outputs.find((output) => output.type === 'asset' && output.fileName.endsWith('.html'))
      const [script, ...scripts] = outputs.filter((output) => output.type === 'chunk')
      const styles = outputs.filter((output) => output.type === 'asset' && output.fileName.endsWith('.css'))
      if (page?.type !== 'asset' || script?.type !== 'chunk' || scripts.length > 0) {
        throw new Error('the page is not made of one script')
      }
      const code = script.code.replaceAll('</script', String.raw`<\/script`)
      const style = styles.map((output) => (output.type === 'asset' ? String(output.source) : '')).join('')
      const policy = [
        "default-src 'none'",
        `script-src ${hashOf(code)}`,
        `style-src ${hashOf(style)}`,
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join('; ')
      const html = String(page.source)
        .replaceAll(/\s*<(?:script\b[^>]*><\/script>|link rel="stylesheet"[^>]*>)/g, '')
        .replace('<head>', () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
        .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
        .replace('</body>', () => `  <script type="module">${code}</script>\n  </body>`)
      for (const { fileName } of outputs) delete bundle[fileName]
      this.emitFile({ type: 'asset', fileName: 'verify.html', source: html })
    },
  }
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
