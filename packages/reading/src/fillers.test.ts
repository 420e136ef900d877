import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incidentRolesInText, rolesInText } from './entities.ts'
import { readReport } from './index.ts'

function roles(text: string) {
  const { perpetrator, target, victim, weapon } = rolesInText(text)
  const words = (fillers: typeof victim) => fillers.map((one) => one.words.toLowerCase())
  return { by: words(perpetrator), at: words(target), victims: words(victim), with: words(weapon) }
}

describe('who did what to whom is told by', () => {
  it.each([
    ['a verb', 'Gunmen killed a priest in Homs.', { by: ['gunmen'], victims: ['priest'] }],
    ['a passive', 'A priest was killed by gunmen in Homs.', { by: ['gunmen'], victims: ['priest'] }],
    ['a noun', 'The murder of a priest by gunmen shocked Homs.', { by: ['gunmen'], victims: ['priest'] }],
    ['a participle', 'The patrol ambushed by rebels had left Homs.', { by: ['rebels'], at: ['patrol'] }],
    ['a relative clause', 'The gunmen who abducted the priest fled.', { by: ['gunmen'], victims: ['priest'] }],
    ['two verbs with one object', 'Gunmen abducted and tortured a priest.', { by: ['gunmen'], victims: ['priest'] }],
    [
      'whom an attack is laid to',
      'An attack attributed to rebels destroyed a bridge.',
      { by: ['rebels'], at: ['bridge'] },
    ],
    [
      'whoever claims it',
      'The Northern Front claimed responsibility for the bombing of a bridge.',
      { by: ['northern front'], at: ['bridge'] },
    ],
    ['an accusation', 'The minister accused the rebels of killing a priest.', { by: ['rebels'], victims: ['priest'] }],
    ['where a bomb went off', 'Two bombs exploded at the embassy.', { at: ['embassy'], with: ['bombs'] }],
    [
      'what was thrown at what',
      'Rebels hurled grenades at a bank.',
      { by: ['rebels'], at: ['bank'], with: ['grenades'] },
    ],
    ['with what', 'Rebels attacked the barracks with rifles.', { by: ['rebels'], at: ['barracks'], with: ['rifles'] }],
  ])('%s', (_, text, expected) => {
    expect(roles(text)).toEqual({ by: [], at: [], victims: [], with: [], ...expected })
    expect(roles(text.toUpperCase())).toEqual({ by: [], at: [], victims: [], with: [], ...expected })
  })
})

describe('a filler', () => {
  it('leaves out the article and keeps the number apart', () => {
    const [victims] = rolesInText('Gunmen killed at least three peasants.').victim
    expect(victims).toMatchObject({ words: 'peasants', counted: 'at least three peasants' })
  })
  it('is the name rather than what its bearer is', () =>
    expect(roles('Gunmen killed the mayor, Anibal Prieto, and journalist Rosa Luz.').victims).toEqual([
      'anibal prieto',
      'rosa luz',
    ]))
  it('looks over an apposition to whom it belongs', () =>
    expect(roles('Colonel Ernesto Barrios, commander of the brigade, was killed.').victims).toEqual([
      'ernesto barrios',
    ]))
  it('takes each of a list', () =>
    expect(roles('Rebels burned two buses, a truck and a bridge.').at).toEqual(['buses', 'truck', 'bridge']))
  it('tells a group from its people', () => {
    const { perpetrator } = rolesInText('FMLN terrorists attacked a bank.')
    expect(perpetrator.map(({ words, class: kind }) => [words, kind])).toEqual([
      ['FMLN', 'body'],
      ['terrorists', 'attacker'],
    ])
  })
  it('is found once in a report, under its fullest words', () =>
    expect(roles('Gunmen killed six Jesuit priests. The priests were shot by the gunmen.')).toMatchObject({
      by: ['gunmen'],
      victims: ['jesuit priests'],
    }))
  it('is nobody where nobody did it', () => {
    expect(roles('No group has claimed responsibility for the attack.').by).toEqual([])
    expect(roles('Inflation hit the banks.')).toEqual({ by: [], at: [], victims: [], with: [] })
    expect(roles('The government launched a campaign against prices.').by).toEqual([])
  })
})

describe('the roles of incidents', () => {
  const incident = (text: string) => {
    const { perp_ind, perp_org, target, victim, weapon } = incidentRolesInText(text)
    return [perp_ind, perp_org, target, victim, weapon].map((fillers) =>
      fillers.map(({ words }) => words.toLowerCase()),
    )
  }
  it('tell an organisation from its people, and hold its letters for its name', () =>
    expect(
      incident('National Liberation Front (NLF) rebels bombed a bank. The NLF claimed responsibility for the bombing.'),
    ).toEqual([['rebels'], ['national liberation front'], ['bank'], [], []]))
  it('hold victims only by name, once under the fullest', () =>
    expect(incident("Gunmen killed two nuns and Judge Rosa Luz Tellez. Tellez' murder was condemned.")).toEqual([
      ['gunmen'],
      [],
      [],
      ['rosa luz tellez'],
      [],
    ]))
  it('leave fighting between armed forces out', () =>
    expect(incident('Rebels attacked the barracks with rifles and killed two soldiers in a clash.')).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]))
  it('leave out what is said of all times or denied', () => {
    expect(incident('Terrorists who attack banks must stop.')).toEqual([[], [], [], [], []])
    expect(incident('The rebels had not kidnapped Judge Rosa Tellez.')).toEqual([[], [], [], [], []])
  })
  it('leave out what forces in power do to suspects', () => {
    expect(incident('Police raided an office in Homs.')).toEqual([[], [], [], [], []])
    expect(incident('Judge Rosa Tellez was captured by the authorities.')).toEqual([[], [], [], [], []])
  })
  it.each([
    ['after what they were among', 'A bomb killed nine people, including union leader Rosa Tellez.'],
    ['by the life it cost', 'The attacks claimed the lives of union leader Rosa Tellez and a guard.'],
    ['after when it was done', 'Gunmen assassinated in less than two days, union leader Rosa Tellez.'],
    ['before their murder', "The murder of a guard preceded union leader Rosa Tellez' murder."],
  ])('find a victim %s', (_, text) => expect(incident(text)[3]).toEqual(['rosa tellez']))
  it('find who did it where much stands between', () => {
    expect(incident('An attack on the bank, which burned, was carried out this morning by gunmen.')[0]).toEqual([
      'gunmen',
    ])
    expect(incident('Four persons who are apparently involved in the murder of Rosa Tellez fled.')[0]).toEqual([
      'persons',
    ])
    expect(incident('Rebels have increased their attacks on the embassy.')[0]).toEqual(['rebels'])
  })
  it('take guerrillas, rebels and terrorists of one report for the same', () =>
    expect(incident('Urban guerrillas burned a bus. The rebels also burned a bank.')[0]).toEqual(['urban guerrillas']))
  it('name a building with whose it is, and a weapon without what it did', () => {
    expect(
      incident("A bomb explosion damaged the offices of the Daily. The embassy's windows were hit by a bomb."),
    ).toEqual([[], [], ['offices of the daily', 'embassy'], [], ['bomb']])
  })
})

describe('fillers of any words in any order', () => {
  const WORD = fc.constantFrom(
    ...'the a three guerrillas who killed was blew up set off and , . by of priest mayor bomb exploded at in front claimed responsibility accused attack on with fire ( ) left dead victims identified as "'.split(
      ' ',
    ),
  )
  it('are words of the text at their offsets', () => {
    fc.assert(
      fc.property(fc.array(WORD, { maxLength: 24 }), (words) => {
        const text = `${words.join(' ')}.`
        for (const { words: said, start, end } of [
          ...Object.values(rolesInText(text)),
          ...Object.values(incidentRolesInText(text)),
        ].flat())
          expect(said).toBe(text.slice(start, end))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a claim', () => {
  const claim = (text: string) =>
    readReport(text, { doc: 'd', published: '2016-09-18', outlet: null, zone: 'Asia/Damascus' }).claims[0]!

  it('names a doer of no known side in the words of the text', () =>
    expect(claim('Two nuns were kidnapped by hooded men, residents said.')).toMatchObject({
      kind: 'abduction',
      actor_blamed: 'hooded men',
      victims: 'Two nuns',
    }))
  it('gives the target, the victims and the class of weapon', () =>
    expect(
      claim('A car bomb destroyed the headquarters of the company and killed three guards, police said.'),
    ).toMatchObject({
      target: 'headquarters of the company',
      weapon: 'ied_mine',
    }))
})
