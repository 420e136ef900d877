import { describe, expect, it } from 'vitest'
import { HEAD, saidOf, underlined, withClauses } from './fixture.ts'
import { parseAgreement } from './index.ts'

describe('what is underlined', () => {
  it.each([
    ['dutty carts\n  on hill', 'unknown-kind', 'dutty'],
    ['party 7th\n  name Seventh', 'bad-name', '7th'],
    ['party from\n  name From', 'bad-name', 'from'],
    ['party isle\n  nam Isle people\n  name Isle people', 'unknown-field', 'nam'],
    ['party isle\n  name Isle\n  name Isle people', 'field-twice', 'name Isle people'],
    ['party isle "The isle"\n  side un', 'field-missing', 'party isle "The isle"'],
    ['party isle\n  name Isle people\n  side nobody', 'unexpected-word', 'nobody'],
    ['term truce\n  starts 2024-05-01T12:00Z\n  lasts 3 months', 'month-rounding', 'months'],
    ['gate g\n  opens lake\n  when held(calm, 48 hours, continuous)', 'unit-mix', '48 hours'],
    ['ban quiet\n  on hil\n  act attack\n  during from 2024-05-01T12:00Z', 'undefined-party', 'hil'],
    ['ban quiet\n  on hill\n  act attack\n  during term hill', 'wrong-kind', 'hill'],
    ['ban quiet\n  on 9 hill\n  act attack\n  during from 2024-05-01T12:00Z', 'article-mismatch', 'hill'],
    ['zone thin\n  name Thin', 'zone-without-geometry', 'zone thin'],
    ['zone far\n  geometry other.geojson#x', 'geometry-file-missing', 'geometry other.geojson#x'],
    ['party isle\n  name Isle people\n  reads 000000000000', 'prose-drift', 'party isle'],
  ])('%j: %s under `%s`', (clauses, code, words) => {
    expect(underlined(withClauses(clauses))).toContainEqual([code, words])
  })

  it('is the same words whatever the ends of lines, the indentation of fields and the byte order mark', () => {
    const source = withClauses('ban quiet\n  on hil\n  act atack\n\nbann night\n  on hill')
    const found = underlined(source)
    expect(found.map(([code]) => code)).toEqual(['field-missing', 'unexpected-word', 'unknown-kind'])
    for (const other of [
      source.replaceAll('\n', '\r\n'),
      `\ufeff${source}`,
      source.replaceAll('\n  ', '\n\t'),
      source.replaceAll('```', '~~~~'),
    ]) {
      expect(underlined(other)).toEqual(found)
    }
  })
})

describe('a diagnostic of a clause', () => {
  it('points into the Markdown file: line, column and headings', () => {
    const [first] = saidOf(withClauses('party isle\n  nam Isle people\n  name Isle people'))
    const { range, heading } = first!.spans[0]!
    expect(range.start).toMatchObject({ line: 19, column: 3 })
    expect(range.end).toMatchObject({ line: 19, column: 6 })
    expect(heading).toEqual(['1. More'])
    expect(first!.help).toContain('did you mean `name`?')
  })

  it('stands under all the headings above it, whatever they look like', () => {
    const fence = '```truce\nparty isle\n```'
    const heads = (source: string) => saidOf(source).find(({ code }) => code === 'field-missing')!.spans[0]!.heading
    expect(heads(`# A\n\n## *B* \`c\` ##\n\n### C\n\n## D\n\n${fence}`)).toEqual(['A', 'D'])
    expect(heads(`A\n===\n\nB\n---\n\n${fence}`)).toEqual(['A', 'B'])
    expect(heads(fence)).toEqual([])
  })

  it('comes with all the others in one run, in the order of the text', () => {
    const found = saidOf(
      withClauses('party isle\n  nam Isle people\n  side nobody\n\nbann night\n\nban day\n  act atack'),
    )
    expect(found.map(({ code, spans }) => [code, spans[0]!.range.start.line])).toEqual([
      ['field-missing', 18],
      ['unknown-field', 19],
      ['unexpected-word', 20],
      ['unknown-kind', 22],
      ['field-missing', 24],
      ['field-missing', 24],
      ['unexpected-word', 25],
    ])
  })

  it('does not blame others for resting on a clause that could not be read', () => {
    const rest = 'power pause\n  held-by hill\n  effect suspend quiet'
    expect(underlined(withClauses(`bann quiet\n  on hill\n\n${rest}`))).toEqual([['unknown-kind', 'bann']])
    expect(underlined(`${withClauses(rest)}\n\`\`\`truce\nban quiet\n  on hill\n`)).toEqual([
      ['fence-unclosed', '```truce'],
    ])
    const headless = HEAD.replace('Europe/Berlin', 'Berlin')
    expect(saidOf(headless).map(({ code }) => code)).toEqual(['unexpected-word'])
  })
})

describe('a fence', () => {
  const idsOf = (source: string) => parseAgreement(source, 'a.md').text.clauses.map(({ id }) => id)
  const clause = 'party isle\n  name Isle people\n'

  it.each([
    ['backquotes', `\`\`\`truce\n${clause}\`\`\``],
    ['more backquotes', `\`\`\`\`\`truce\n${clause}\`\`\`\`\``],
    ['tildes', `~~~ truce\n${clause}~~~`],
    ['words behind its mark', `\`\`\`truce of the lake\n${clause}\`\`\``],
    ['an indentation of its own', `   \`\`\`truce\n   party isle\n     name Isle people\n   \`\`\``],
    ['an indentation that its clauses do not share', `  \`\`\`truce\n${clause}\`\`\``],
    ['no line after it', `text\n\`\`\`truce\n${clause}\`\`\``],
  ])('with %s is read', (_, source) => {
    expect(idsOf(source)).toEqual(['isle'])
    expect(parseAgreement(source, 'a.md').diagnostics).toEqual([])
  })

  it.each([
    ['in a list', '- one\n\n  ```truce\n  party isle\n  ```', 'fence-nested'],
    ['in a numbered list', '1. ```truce\n   party isle\n   ```', 'fence-nested'],
    ['in a quotation', '> ```truce\n> party isle\n> ```', 'fence-nested'],
    ['indented by four', 'text\n\n    ```truce\n    party isle\n    ```', 'fence-nested'],
    ['with a misspelt mark', '```truc\nparty isle\n```', 'fence-misspelt'],
    ['with its mark in capitals', '```TRUCE\nparty isle\n```', 'fence-misspelt'],
  ])('%s is not read, and that is said', (_, source, code) => {
    const { text, diagnostics } = parseAgreement(source, 'a.md')
    expect(text.clauses).toEqual([])
    expect(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.severity])).toEqual([[code, 'warning']])
  })

  it('that shows a fence as an example is prose', () => {
    expect(parseAgreement('````md\n```truce\nparty isle\n```\n````', 'a.md')).toMatchObject({
      text: { clauses: [] },
      diagnostics: [],
    })
  })

  it('reads the prose between it and the heading or fence above, to the letter', () => {
    const source = `# A\n\nFirst.\n\nSecond *part*\nof it.\n\n\`\`\`truce\n${clause}\`\`\`\n\nThird.\n\n\`\`\`truce\nparty bay\n  name Bay people\n\`\`\`\n`
    const { clauses } = parseAgreement(source, 'a.md').text
    expect(clauses.map(({ prose }) => prose)).toEqual(['First.\n\nSecond *part*\nof it.', 'Third.'])
    expect(clauses.map(({ proseAt }) => source.slice(proseAt!.start.offset, proseAt!.end.offset))).toEqual(
      clauses.map(({ prose }) => prose),
    )
  })
})

describe('a field', () => {
  const fieldsOf = (clauses: string) => parseAgreement(withClauses(clauses), 'a.md').text.clauses.at(-1)!.fields

  it('goes on where the next line is indented deeper', () => {
    expect(fieldsOf('party isle\n  name Isle\n       people\n  known-as Isle,\n    Islanders')).toEqual({
      name: 'Isle people',
      'known-as': ['Isle', 'Islanders'],
    })
  })

  it('may break a line inside quotation marks', () => {
    expect(fieldsOf('procedure ask\n  step hill do "ask\n       the lake"')).toMatchObject({
      step: [{ does: 'ask the lake' }],
    })
  })

  it('may add a length to a time in any offset', () => {
    for (const at of ['2024-05-01T12:00Z', '2024-05-01T12:00+02:00', '2024-05-01T12:00-02:00']) {
      expect(fieldsOf(`term truce\n  starts ${at} + 48 hours`)).toEqual({
        starts: { anchor: null, instant: at, plus: { count: 48, unit: 'hour' } },
      })
    }
  })

  it('may name one certifier and a time', () => {
    expect(fieldsOf('gate g\n  opens lake\n  when met(x)\n  certify hill, within 24 hours')).toMatchObject({
      certify: { who: { how: 'any', who: [{ id: 'hill' }] }, within: { count: 24, unit: 'hour' } },
    })
  })

  it('gives distances in metres', () => {
    expect(fieldsOf('zone verge\n  depth 1.001 km')).toEqual({ depth: 1001 })
  })
})

describe('a file that is no agreement', () => {
  const sole = (source: string) =>
    parseAgreement(source, 'a.md').diagnostics.map(({ code, severity }) => [code, severity])

  it.each([
    ['', 'agreement-empty'],
    [' \n\t\r\n', 'agreement-empty'],
    ['# A\n\u0000', 'not-text'],
    ['PK\u0003\u0004', 'not-text'],
    ['# A \u009b31m', 'not-text'],
    ['# A \ufffd', 'not-text'],
    ['# A \ud800', 'not-text'],
    ['# A\r```truce\rparty isle\r```', 'line-ends'],
    [`${'>'.repeat(5000)} deep`, 'markdown-too-deep'],
    [`${'> '.repeat(5000)} deep`, 'markdown-too-deep'],
    [`${'- '.repeat(5000)} deep`, 'markdown-too-deep'],
    [`${'1. > '.repeat(5000)} deep`, 'markdown-too-deep'],
    ['x'.repeat(1_000_001), 'agreement-too-large'],
  ])('is refused with one error: %.20j', (source, code) => {
    expect(sole(source)).toEqual([[code, 'error']])
  })

  it('is not one with a rule across the page, or a table of dashes', () => {
    expect(sole(`# A\n\n${'- '.repeat(40)}\n\n${'* '.repeat(40)}\r\n\n${'-'.repeat(100)}\n`)).toEqual([])
  })

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['emphasis', '*a_'.repeat(10_000)],
    ['backquotes', '`a'.repeat(20_000)],
    ['links', '![('.repeat(10_000)],
    ['nested lists', Array.from({ length: 39 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ])('is answered within two seconds when it is built of %s to be slow', (_, source) => {
    const begun = performance.now()
    expect(sole(source)).toEqual([])
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
