// Who asks, by address: of the connection, or, behind front servers that are trusted, as these say it.
import { BlockList, isIP } from 'node:net'

/** Addresses of front servers whose word is taken. */
export type Trusted = Pick<BlockList, 'check'>

/** The addresses and ranges named (`192.0.2.7`, `10.0.0.0/8`, `::1`), or the first that is none. */
export function trustedIn(
  named: readonly string[],
): { readonly ok: true; readonly trusted: Trusted } | { readonly ok: false; readonly wrong: string } {
  const list = new BlockList()
  for (const one of named) {
    const [address = '', bits, ...rest] = one.split('/')
    const family = isIP(address)
    const most = family === 4 ? 32 : 128
    if (family === 0 || rest.length > 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
      return { ok: false, wrong: one }
    if (bits === undefined) list.addAddress(address, kindOf(address))
    else list.addSubnet(address, Number(bits), kindOf(address))
  }
  return { ok: true, trusted: list }
}

/**
 * The name of a client. `forwarded` is read from its end, each address only as far as whoever wrote it down is trusted: what a
 * client itself puts at its beginning is never reached. An IPv6 client is named by its network of 64 bits, of which it has every address.
 */
export function clientOf(remote: string, forwarded: string | undefined, trusted: Trusted): string {
  const said = (forwarded ?? '').split(',').map((one) => one.trim())
  let client = plain(remote)
  while (said.length > 0 && isIP(client) !== 0 && trusted.check(client, kindOf(client))) {
    const before = plain(said.pop()!)
    if (isIP(before) === 0) break
    client = before
  }
  return isIP(client) === 6 ? networkOf(client) : client
}

/** Without a port, without brackets, and an IPv4 address as one. */
function plain(text: string): string {
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare
}

function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const [first, last] = [groups(head), groups(tail)]
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  const whole = [...first, ...gap, ...last].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  return `${whole.join(':')}::/64`
}

const kindOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
