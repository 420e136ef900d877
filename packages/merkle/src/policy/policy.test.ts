// Policies: the file as the text has it, and when enough have cosigned.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatVerifierKey, parsePolicy, quorumOf, type Policy } from '../index.ts'
import { keyOf, sha256, signer, utf8 } from '../testing/crypto.ts'

const keys = Array.from({ length: 7 }, (_, at) => keyOf(signer(`w${at}.example`, at + 1, 'cosignature/v1')))
const [k0, k1, k2, k3, k4, k5, k6] = keys.map(formatVerifierKey)
const log = formatVerifierKey(keyOf(signer('log.example', 9)))

/** The example of tlog-policy: two of three in the one group, and any of the other. */
const EXAMPLE = `log ${log}

witness X1 ${k0}
witness X2 ${k1} https://w1.example/
witness X3 ${k2}
group X-witnesses 2 X1 X2 X3

# the others
witness Y1 ${k3}
witness Y2 ${k4}
\twitness   Y3\t${k5}  
group Y-witnesses any Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`

function policyOf(file: string): Policy {
  const policy = parsePolicy(sha256, file)
  if (!policy.ok) throw new Error(policy.message)
  return policy.value
}
const met = (file: string, ...cosigned: readonly number[]) =>
  quorumOf(
    policyOf(file),
    cosigned.map((at) => policyOf(file).witnesses[at]!.key),
  ).met

function refusal(file: string | Uint8Array): string {
  const policy = parsePolicy(sha256, file)
  return policy.ok ? 'taken' : policy.message
}

describe('a policy', () => {
  it('has logs, witnesses and groups in their order, with what is said of each', () => {
    const { logs, witnesses, groups, quorum } = policyOf(EXAMPLE)
    expect(logs.map(({ key }) => key.name)).toEqual(['log.example'])
    expect(witnesses.map(({ name, key }) => `${name} ${key.name}`).at(-1)).toBe('Y3 w5.example')
    expect(witnesses[1]!.url).toBe('https://w1.example/')
    expect(groups.map(({ name, threshold }) => [name, threshold])).toEqual([
      ['X-witnesses', 2],
      ['Y-witnesses', 1],
      ['X-and-Y', 2],
    ])
    expect(quorum).toBe('X-and-Y')
  })

  it.each([
    ['nothing', '', /no `quorum` line/],
    ['no newline at its end', 'quorum none', /does not end in a newline/],
    ['two quorums', 'quorum none\nquorum none\n', /^line 2: .*one `quorum`/],
    ['a quorum not yet defined', `quorum a\nwitness a ${k0}\n`, /^line 1: `a` is not defined above/],
    ['a member not yet defined', `group g any a\nwitness a ${k0}\nquorum g\n`, /^line 1: `a` is not defined/],
    ['a group of itself', 'group g any g\nquorum g\n', /`g` is not defined above/],
    ['none as a member', `witness a ${k0}\ngroup g any a none\nquorum g\n`, /`none` is not defined above/],
    ['a witness called none', `witness none ${k0}\nquorum none\n`, /`none` stands for nobody/],
    ['a name given twice', `witness a ${k0}\nwitness a ${k1}\nquorum a\n`, /`a` is defined above/],
    ['a group with the name of a witness', `witness a ${k0}\ngroup a any a\nquorum a\n`, /`a` is defined above/],
    ['one witness twice', `witness a ${k0}\nwitness b ${k0}\nquorum a\n`, /that of a witness above/],
    ['one log twice', `log ${log}\nlog ${log}\nquorum none\n`, /that of a log above/],
    ['a member of two groups', `witness a ${k0}\ngroup g any a\ngroup h any a\nquorum h\n`, /nobody counts twice/],
    ['a member twice in a group', `witness a ${k0}\ngroup g 2 a a\nquorum g\n`, /nobody counts twice/],
    ['a threshold of zero', `witness a ${k0}\ngroup g 0 a\nquorum g\n`, /no threshold/],
    ['a threshold too high', `witness a ${k0}\ngroup g 2 a\nquorum g\n`, /no threshold/],
    ['a threshold that is no number', `witness a ${k0}\ngroup g constructor a\nquorum g\n`, /no threshold/],
    ['a threshold with a zero before it', `witness a ${k0}\ngroup g 01 a\nquorum g\n`, /no threshold/],
    ['a group of nobody', 'group g all\nquorum g\n', /a group is/],
    ['a witness without a key', 'witness a\nquorum none\n', /a witness is/],
    ['a witness with a key that signs texts', `witness a ${log}\nquorum none\n`, /not one that cosigns/],
    ['a key that is none', 'log example.org+00000000+AAAA\nquorum none\n', /^line 1: /],
    ['too much on a line', `log ${log} https://a/ b\nquorum none\n`, /a log is/],
    ['two names in its quorum', `witness a ${k0}\nwitness b ${k1}\nquorum a b\n`, /a quorum is/],
    ['an unknown line', 'quorums none\n', /`quorums` begins no line/],
    ['a comment after a line', 'quorum none # all\n', /a quorum is/],
    ['carriage returns', 'quorum none\r\n', /control character/],
    ['a vertical tab', 'quorum\vnone\n', /control character/],
  ])('is refused with %s', (_, file, message) => {
    expect(refusal(file)).toMatch(message)
  })

  it('takes names as bytes: no-break spaces divide nothing, and characters that look alike are two names', () => {
    const file = `witness K ${k0}\nwitness \u212a\u00a0x ${k1}\nquorum \u212a\u00a0x\n`
    expect(met(file, 0)).toBe(false)
    expect(met(file, 1)).toBe(true)
    const bytes = Uint8Array.from([...utf8('# '), 0xff, 0x80, ...utf8('\nquorum none\n')])
    expect(refusal(bytes)).toBe('taken')
  })

  it('never throws, whatever the bytes', () => {
    const soup = fc.array(
      fc.constantFrom('\n', ' ', '\t', '#', 'log ', 'witness ', 'group ', 'quorum ', 'all ', '1 ', 'a', 'none', k6!),
      { maxLength: 15 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 60 }),
          soup.map((parts) => utf8(parts.join(''))),
        ),
        (bytes) => {
          const policy = parsePolicy(sha256, bytes)
          if (!policy.ok) expect(policy.reason).toBe('policy-malformed')
        },
      ),
    )
  })
})

describe('a quorum', () => {
  it('is met as the example of tlog-policy says', () => {
    expect(met(EXAMPLE)).toBe(false)
    expect(met(EXAMPLE, 0, 1)).toBe(false)
    expect(met(EXAMPLE, 0, 3)).toBe(false)
    expect(met(EXAMPLE, 0, 1, 5)).toBe(true)
    expect(met(EXAMPLE, 0, 1, 2, 3, 4, 5)).toBe(true)
    expect(met(EXAMPLE, 3, 4, 5)).toBe(false)
  })

  it('of one witness is that witness, and of none is always met', () => {
    const file = `witness a ${k0}\nwitness b ${k1}\nquorum a\n`
    expect(met(file, 0)).toBe(true)
    expect(met(file, 1)).toBe(false)
    expect(met('quorum none\n')).toBe(true)
  })

  it('counts keys of the policy and no others, each once', () => {
    const policy = policyOf(`witness a ${k0}\nwitness b ${k1}\ngroup g all a b\nquorum g\n`)
    const stranger = keyOf(signer('w9.example', 99, 'cosignature/v1'))
    const key = policy.witnesses[0]!.key
    expect(quorumOf(policy, [key, key, stranger])).toEqual({
      met: false,
      cosigned: ['a'],
      why: '1 of the 2 in `g` cosigned, of which 2 must',
    })
  })

  it('never goes away when one more cosigns', () => {
    const policy = policyOf(EXAMPLE)
    const all = policy.witnesses.map(({ key }) => key)
    const isMet = (cosigned: readonly number[]) =>
      quorumOf(
        policy,
        cosigned.map((at) => all[at]!),
      ).met
    fc.assert(
      fc.property(fc.subarray([...all.keys()]), fc.nat(all.length - 1), (cosigned, more) => {
        if (isMet(cosigned)) expect(isMet([...cosigned, more])).toBe(true)
      }),
    )
  })
})
