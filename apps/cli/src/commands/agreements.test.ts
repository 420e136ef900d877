// Several agreements from the command line: which stand, what each makes of an incident, and any of them asked.
import { describe, expect, it } from 'vitest'
import { EXAMPLE, truce as run } from '../../../../test/support/command.ts'

const truce = (...words: readonly string[]) => run(words)
const EVENING = ['--at', '2016-09-16T23:00+03:00']

describe('several agreements', { timeout: 60_000 }, () => {
  it('are listed with how each stands, its numbers, its strips and what needs somebody', async () => {
    const { out, code } = await truce('agreements', EXAMPLE, ...EVENING)
    expect(code).toBe(0)
    expect(out).toMatch(/aleppo-pause-2016 .*\n\s+stands: dormant/)
    expect(out).toContain(
      'Buffer zone: 79.4 km long (said to be about 80 km), 5.5 km deep on either side, about 873 km²',
    )
    expect(out).toContain('Residents are brought out: about 8000 residents; 8000 reported')
    expect(out).toContain('endorsed: Security Council, S/RES/2268')
    expect(out).toContain('breached first-convoy')
  })

  it('each decide about an incident, with clause, heading and reason', async () => {
    const { incidents } = JSON.parse((await truce('scope', EXAMPLE, ...EVENING, '--json')).out)
    const clash = incidents.find(({ kind }: { kind: string }) => kind === 'ground_clash')
    const { out } = await truce('scope', EXAMPLE, ...EVENING, '--incident', clash.claims[0])
    expect(out).toContain(`ground clash, 2016 16 Sep 00:00, east of Damascus  ${clash.incident}`)
    expect(out).toContain('syria-cessation-2016: covered under february-attacks.government')
    expect(out).toMatch(/darayya-2016: not covered time under darayya-no-fire\.government \(Evacuation of Darayya/)
    expect(await truce('scope', EXAMPLE, ...EVENING, '--incident', 'inc_none')).toMatchObject({ code: 1 })
  })

  it('are each asked by their ids, and a near one is told', async () => {
    const { out } = await truce('status', EXAMPLE, '--agreement', 'darayya-2016', ...EVENING)
    expect(out).toContain('Evacuation of Darayya')
    const why = await truce('why', EXAMPLE, 'pause-aid', '--agreement', 'aleppo-pause-2016', ...EVENING)
    expect(why.out).toContain('pause-begins has not been designated')
    const wrong = await truce('status', EXAMPLE, '--agreement', 'daraya-2016')
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('did you mean `darayya-2016`?') })
  })

  it('have their powers tried without saying whose they are, and refused by their own clauses', async () => {
    const tried = [
      '--stage',
      'exercised',
      '--at',
      '2016-08-28T12:00+03:00',
      '--dry-run',
      '--sets',
      '2016-08-28T18:00+03:00',
    ]
    const both = await truce('act', EXAMPLE, 'name-the-pause', '--by', 'government,opposition', ...tried)
    expect(both).toMatchObject({ code: 0, out: expect.stringContaining('pause') })
    const alone = await truce('act', EXAMPLE, 'name-the-pause', '--by', 'government', ...tried)
    expect(alone.code).toBe(1)
    expect(alone.out + alone.err).toContain('refused by name-the-pause (A pause of forty-eight hours for Aleppo')
  })
})
