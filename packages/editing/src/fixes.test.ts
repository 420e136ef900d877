import { proseHashOf } from '@trucekeeper/agreement'
import { describe, expect, it } from 'vitest'
import { applyEdits } from './edit.ts'
import { fixesAt, type QuickFix } from './fixes.ts'
import { at, cut, HARBOUR, open } from './testing/harbour.ts'

/** All fixes for findings of one code, with the text they are for. */
function fixesOf(source: string, code: string): { source: string; fixes: readonly QuickFix[] } {
  const document = open(source)
  const found = document.diagnostics.find((diagnostic) => diagnostic.code === code)
  if (!found) throw new Error(`no ${code} in ${document.diagnostics.map((each) => each.code).join(', ')}`)
  const { start, end } = found.spans[0]!.range
  const fixes = fixesAt(document, start.offset, end.offset).filter(({ diagnostic }) => diagnostic.code === code)
  return { source, fixes }
}

const codes = (source: string) => open(source).diagnostics.map(({ code }) => code)

describe('quick fixes', () => {
  it.each([
    ['undefined-party', 'on           north\n', 'on           nroth\n', 'north'],
    ['undefined-ban', 'met(2.1 ceasefire.south)', 'count(calm) <= 3', null],
    ['undefined-clause', 'met(2.1 ceasefire.south)', 'met(ceasfire)', 'ceasefire'],
    ['undefined-anchor', 'day-one + 48', 'day-on + 48', 'day-one'],
    ['unknown-kind', 'duty let', 'dutty let', 'duty'],
    ['unknown-field', 'after        met', 'aftr         met', 'after'],
    ['unexpected-word', 'act          deliver-aid', 'act          deliver-iad', 'deliver-aid'],
  ])('write what was meant for `%s`', (code, find, wrong, word) => {
    if (word === null) return expect(codes(HARBOUR.replace(find, wrong))).toContain('undefined-measure')
    const { source, fixes } = fixesOf(HARBOUR.replace(find, wrong), code)
    expect(fixes[0]).toMatchObject({ title: `write \`${word}\``, preferred: true })
    expect(codes(applyEdits(source, fixes[0]!.edits))).not.toContain(code)
  })

  it('keep the article a mistaken name was said to stand in', () => {
    const { source, fixes } = fixesOf(HARBOUR.replace('2.1 ceasefire.south', '2.1 ceasfire'), 'undefined-clause')
    expect(applyEdits(source, fixes[0]!.edits)).toContain('met(2.1 ceasefire)')
  })

  it('bring the hash of the prose up to date', () => {
    const drifted = HARBOUR.replace('ban ceasefire\n', 'ban ceasefire\n  reads        0123456789ab\n')
    const { source, fixes } = fixesOf(drifted, 'prose-drift')
    const mended = applyEdits(source, fixes[0]!.edits)
    expect(mended).toContain(`reads        ${proseHashOf('Both stop the fighting for thirty days.')}`)
    expect(codes(mended)).not.toContain('prose-drift')
  })

  it('accept what a rule finds under the clause, with the reason left to write', () => {
    const twins = HARBOUR.replace(
      '  by           day-one + 48 hours\n',
      `  together     answer within 2 days

duty answer
  on           south
  act          deliver-aid
  together     let-through within 2 days
`,
    )
    const { source, fixes } = fixesOf(twins, 'mutual-wait')
    const fix = fixes.find(({ title }) => title.startsWith('accept'))!
    const unreasoned = applyEdits(source, fix.edits)
    expect(unreasoned).toContain('accept mutual-wait\n  on           let-through\n  because      ')
    expect(codes(unreasoned)).toContain('unexpected-word')
    const reasoned = unreasoned.replace('  because      ', '  because      they start on one signal')
    expect(codes(reasoned)).not.toContain('mutual-wait')
    expect(codes(reasoned)).not.toContain('accept-unused')
    expect(open(reasoned).agreement).not.toBe(null)
  })

  it('are none where nothing is found', () => {
    const document = open(HARBOUR)
    expect(fixesAt(document, at(document, 'Both stop'), at(document, 'Both stop'))).toEqual([])
  })

  it('only ever change what they are about', () => {
    const source = HARBOUR.replace('on           north\n', 'on           nroth\n')
    const { fixes } = fixesOf(source, 'undefined-party')
    expect(fixes.flatMap(({ edits }) => edits.map(({ range }) => cut(open(source), range)))).toEqual(['nroth'])
  })
})
