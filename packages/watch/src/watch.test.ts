// The list, names in three scripts; everybody in it is invented.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { possibleMatches, readList, resemblance } from './index.ts'
import { INVENTED_LIST } from './testing/list.ts'

const read = readList(INVENTED_LIST)
const list = read.ok ? read.list : { generated: '', people: [] }
const found = (name: string) => possibleMatches(list, { name, reference: null }).map(({ reference }) => reference)

describe('the list', () => {
  it('is read with its date, names, scripts and quality of aliases', () => {
    expect(list.generated).toBe('2016-09-12T00:00:00Z')
    expect(list.people[0]).toEqual({
      kind: 'individual',
      listed_on: null,
      reference: 'XXi.001',
      names: [
        { name: 'MUHAMMAD KHALID ZARQUNI', kind: 'name', quality: null },
        { name: 'محمد خالد زرقوني', kind: 'original_script', quality: null },
        { name: 'Abu Nadir al-Tadmuri', kind: 'alias', quality: 'low' },
      ],
    })
  })

  it('has organisations too, with each of their names', () => {
    expect(list.people.at(-1)).toMatchObject({ kind: 'entity', reference: 'XXe.001', listed_on: '2015-03-02' })
    expect(found('دار القسطلان')).toEqual(['XXe.001'])
  })

  it('is taken with marks of order, comments, escaped signs and no bodies', () => {
    const more = readList(
      `\uFEFF${INVENTED_LIST.replace('ZARQUNI<', 'O&apos;ZARQUNI &amp; SONS<!-- x --><').replace('<INDIVIDUALS>', '<INDIVIDUALS><INDIVIDUAL/>')}`,
    )
    expect(more.ok && more.list.people[0]!.names[0]!.name).toContain("O'ZARQUNI & SONS")
  })

  it('is nothing larger or deeper than the true one could be, and costs no more than its length', () => {
    const refusedAs = (xml: string) => {
      const refused = readList(xml)
      return refused.ok ? null : refused.code
    }
    expect(refusedAs('<a>'.repeat(1_000_000))).toBe('too-deep')
    expect(refusedAs('x'.repeat(20_000_001))).toBe('too-large')
    expect(refusedAs('<'.repeat(1_000_000))).toBe('not-xml')
    expect(refusedAs(`<CONSOLIDATED_LIST dateGenerated="x" ${'a="b" '.repeat(100_000)}`)).not.toBeNull()
  })

  it('is read or refused, whatever is in it', () => {
    const piece = fc.constantFrom(
      '<INDIVIDUAL>',
      '</INDIVIDUAL>',
      '<ALIAS_NAME>',
      '&x;',
      '<![CDATA[',
      ']]>',
      '<?x',
      '?>',
      '"',
      '<',
      '>',
      '/',
      'a',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const xml = INVENTED_LIST.replace('MUHAMMAD', pieces.join(''))
        expect(typeof readList(xml).ok).toBe('boolean')
      }),
    )
  })

  it.each([
    [
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><CONSOLIDATED_LIST dateGenerated="x">&a;</CONSOLIDATED_LIST>',
      'has-declarations',
    ],
    ['<!doctype x SYSTEM "file:///etc/passwd"><CONSOLIDATED_LIST/>', 'has-declarations'],
    ['<CONSOLIDATED_LIST><INDIVIDUALS>', 'not-xml'],
    ['<html></html>', 'not-the-list'],
    ['', 'not-the-list'],
  ])('is not %j', (xml, code) => {
    const refused = readList(xml)
    expect(refused.ok).toBe(false)
    if (!refused.ok && xml !== '') expect(refused.code).toBe(code)
  })
})

describe('a reported name', () => {
  it.each([
    'Muhammad Khalid Zarquni',
    'Mohamed Zarqouni',
    'Zarkuni, Mohammed',
    'Мухаммед Халид Заркуни',
    'محمد خالد الزرقوني',
    'محمد زرقوني',
    'Mohammad bin Khaled al-Zarqouni',
  ])('%s is possibly the first, with a reason for each word', (name) => {
    expect(found(name)).toEqual(['XXi.001'])
    expect(possibleMatches(list, { name, reference: null })[0]!.reasons.length).toBeGreaterThanOrEqual(2)
  })

  it.each(['Abdulrahman Bishtawi', 'Абд ар-Рахман Биштави', 'عبد الرحمن بشتاوي', 'Abdel Rahman Mahmoud Bishtawi'])(
    '%s is possibly the second',
    (name) => {
      expect(found(name)).toEqual(['XXi.002'])
    },
  )

  it.each([
    'Muhammad',
    'محمد',
    'Мухаммед',
    'Muhammad Khalid',
    'محمد خالد',
    'Zarquni',
    'Mahmoud Zarquni',
    'Muhammad Nobody',
  ])('%s is nobody on the list by name alone', (name) => {
    expect(found(name)).toEqual([])
  })

  it('says which words, in which scripts, and that a name is common', () => {
    expect(resemblance('Мухаммед Заркуни', 'Muhammad Zarquni')).toEqual({
      left: [],
      reasons: [
        '`мухаммед` is `muhammad`: Cyrillic for Latin; a common name',
        '`заркуни` is `zarquni`: Cyrillic for Latin',
      ],
    })
  })

  it('counts for nothing where the report gives a reference number', () => {
    const matches = possibleMatches(list, { name: 'Muhammad Zarquni', reference: 'XXi.002' })
    expect(matches).toMatchObject([{ reference: 'XXi.002', by: 'reference' }])
  })
})
