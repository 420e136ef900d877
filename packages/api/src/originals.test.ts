import { describe, expect, it } from 'vitest'
import { checkedApp } from './checked.ts'
import { fixtureDeps } from './fixture.ts'

const SHA = 'a'.repeat(64)
const bytes = new TextEncoder().encode('<script>alert(1)</script>')
const document = { doc: "d'été (1).html", outlet: null, published: '2016-09-16', text: '', sha256: SHA }

function asked(address: string, { doc = document.doc, kept = true } = {}) {
  const { deps } = fixtureDeps()
  const workspace = {
    ...deps.workspace,
    document: async (name: string) => (name === SHA ? { ...document, doc } : null),
  }
  const originals = { read: async (sha256: string) => (kept && sha256 === SHA ? bytes : null) }
  return checkedApp({ ...deps, workspace, originals }).request(address)
}

describe('the original of a document', () => {
  it('comes as it came in, to be saved and to run nowhere', async () => {
    const response = await asked(`/api/documents/${SHA}/original`)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
    const header = (name: string) => response.headers.get(name)
    expect(header('content-type')).toBe('application/octet-stream')
    expect(header('content-disposition')).toBe("attachment; filename*=UTF-8''d%27%C3%A9t%C3%A9%20%281%29.html")
    expect(header('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('cache-control')).toBe('private, no-cache')
  })

  it('is as absent as its document, as one that is not kept, and as one among others in a file', async () => {
    const told = async (response: Response) => [response.status, (await response.text()).replaceAll(/[ab]{64}/g, 'it')]
    const absent = await told(await asked(`/api/documents/${'b'.repeat(64)}/original`))
    expect(absent[0]).toBe(404)
    expect(await told(await asked(`/api/documents/${SHA}/original`, { kept: false }))).toEqual(absent)
    expect(await told(await asked(`/api/documents/${SHA}/original`, { doc: 'feed.xml#3' }))).toEqual(absent)
  })
})
