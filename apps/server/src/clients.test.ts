import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientOf, trustedIn } from './clients.ts'

function trusting(...named: string[]) {
  const found = trustedIn(named)
  if (!found.ok) throw new Error(found.wrong)
  return found.trusted
}

describe('a client', () => {
  it('is the address of the connection, whatever it says, where nobody is trusted', () => {
    expect(clientOf('203.0.113.9', '198.51.100.1', trusting())).toBe('203.0.113.9')
    expect(clientOf('203.0.113.9', '198.51.100.1', trusting('127.0.0.1'))).toBe('203.0.113.9')
  })

  it('is whom the front server names, and not whom the client names before it', () => {
    const front = trusting('127.0.0.1')
    expect(clientOf('127.0.0.1', '203.0.113.9', front)).toBe('203.0.113.9')
    expect(clientOf('::ffff:127.0.0.1', '192.0.2.66, 203.0.113.9', front)).toBe('203.0.113.9')
    expect(clientOf('127.0.0.1', undefined, front)).toBe('127.0.0.1')
  })

  it('is read through several front servers, each trusted by itself or by its range', () => {
    const fronts = trusting('127.0.0.1', '10.0.0.0/8')
    expect(clientOf('127.0.0.1', '192.0.2.66, 203.0.113.9, 10.3.2.1', fronts)).toBe('203.0.113.9')
    expect(clientOf('127.0.0.1', '203.0.113.9:4711', fronts)).toBe('203.0.113.9')
  })

  it('is the last that was trusted where what comes before is no address', () => {
    expect(clientOf('127.0.0.1', 'unknown', trusting('127.0.0.1'))).toBe('127.0.0.1')
    expect(clientOf('127.0.0.1', '', trusting('127.0.0.1'))).toBe('127.0.0.1')
  })

  it('with IPv6 is its network, for it has every address of that', () => {
    const front = trusting('::1')
    expect(clientOf('::1', '2001:db8:7::1', front)).toBe('2001:db8:7:0::/64')
    expect(clientOf('::1', '[2001:0db8:0007:0000:ffff::9]:443', front)).toBe('2001:db8:7:0::/64')
    expect(clientOf('::1', '2001:db8:7:1::1', front)).not.toBe(clientOf('::1', '2001:db8:7::1', front))
  })

  it('cannot choose its name by what it sends, with one front server between', () => {
    const forged = fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string(), fc.constant('127.0.0.1')), { maxLength: 5 })
    fc.assert(
      fc.property(forged, (parts) => {
        const forwarded = [...parts, '203.0.113.9'].join(', ')
        expect(clientOf('127.0.0.1', forwarded, trusting('127.0.0.1'))).toBe('203.0.113.9')
      }),
    )
  })
})

it.each(['front', '10.0.0.0/33', '10.0.0.0/8/8', '::1/129', '10.0.0.0/', ''])(
  '`%s` is no address to trust',
  (wrong) => {
    expect(trustedIn(['127.0.0.1', wrong])).toEqual({ ok: false, wrong })
  },
)
