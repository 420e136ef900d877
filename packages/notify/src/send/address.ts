// Whether a server may be spoken to: none of this machine's own network, unless whoever runs it named the host.
import { BlockList, isIP } from 'node:net'

/** Everything that is no address of the open internet (IANA special-purpose registries). */
const CLOSED = new BlockList()
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  const [address, bits] = range.split('/')
  CLOSED.addSubnet(address!, Number(bits), 'ipv4')
}
/** Of IPv6 only what is given out to the world (2000::/3) is open, without what stands for something else in it. */
const OPEN = new BlockList()
OPEN.addSubnet('2000::', 3, 'ipv6')
const CLOSED_WITHIN = new BlockList()
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  CLOSED_WITHIN.addSubnet(address, bits, 'ipv6')

export function isOpenAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !CLOSED.check(address, 'ipv4')
  // An IPv4 address in the clothes of IPv6 is outside of 2000::/3, and so refused whatever it is.
  return family === 6 && OPEN.check(address, 'ipv6') && !CLOSED_WITHIN.check(address, 'ipv6')
}

export function isLoopback(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))
}

/** `host:port` of an address, as it is named among those allowed. */
export function hostOf(url: URL): string {
  return `${bareHost(url)}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
}

/** Without the brackets of IPv6. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}
