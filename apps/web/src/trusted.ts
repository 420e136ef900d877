// What the browser may take for code: scripts of this server. No text ever becomes markup or a script.

/** As far as it is used here; browsers without it take the content security policy alone. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(address: string): string | null }): unknown
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }

trustedTypes?.createPolicy('default', {
  // Workers are started by their address. Null is refused by the browser.
  createScriptURL: (address) => (new URL(address, location.href).origin === location.origin ? address : null),
})
