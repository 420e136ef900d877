import { describe, expect, it } from 'vitest'
import { KIND_NAMES } from '@trucekeeper/claims'
import { readReport } from './index.ts'
import { KIND_RULES } from './lexicon/en/kinds.ts'

const META = { doc: 'note', published: '2016-09-18', outlet: 'Notes', zone: 'Asia/Damascus' }
const kinds = (text: string) => readReport(text, META).claims.map(({ kind }) => kind)

describe('the example beside each entry of the English lexicon', () => {
  it.each(KIND_RULES.map(({ kind, example }) => [example, kind]))('%s', (example, kind) => {
    expect(kinds(example)[0]).toBe(kind)
    expect(kinds(example.toUpperCase())[0]).toBe(kind)
  })

  it('stands for every kind of the list but one that only its family holds', () => {
    const shown = new Set(KIND_RULES.map(({ kind }) => kind))
    expect(KIND_NAMES.filter((kind) => !shown.has(kind))).toEqual([])
  })
})

describe('where several kinds fit, the most specific act', () => {
  const first = (text: string) => kinds(`${text}, the Observatory said.`)[0]

  it('is the fight, where artillery was used in a fight', () => {
    expect(first('Rebels clashed with the army in Homs with artillery and mortars')).toBe('ground_clash')
    expect(first('The army shelled rebel lines during clashes near Hama')).toBe('ground_clash')
  })
  it('is the shelling, where a fight came before it', () =>
    expect(first('The army shelled Harasta after clashes with rebels')).toBe('shelling'))
  it('is the ground that changed hands, where it was fought for', () =>
    expect(first('Rebels captured Khan Tuman in fierce fighting with the army')).toBe('offensive'))
  it('is the device, whatever it was aimed at', () => {
    expect(first('A roadside bomb hit an army truck near Homs')).toBe('explosive_device')
    expect(first('A bomb exploded outside a school in Daraa')).toBe('explosive_device')
  })
  it('is the attack on aid, whatever the weapon', () =>
    expect(first('Warplanes bombed an aid convoy near Idlib')).toBe('attack_on_aid'))
  it('is the killing, where somebody is said to have done it, and the dead where nobody is', () => {
    expect(first('Gunmen shot dead a lawyer in Idlib')).toBe('violence_general')
    expect(first('Four people were killed in Idlib')).toBe('casualties')
  })
  it('is a fight, where those attacked bear arms, and violence where they do not', () => {
    expect(first('Gunmen attacked a checkpoint near Homs')).toBe('ground_clash')
    expect(first('Gunmen attacked farmers near Homs')).toBe('violence_general')
  })
})

describe('the dead', () => {
  it('are what a deed did, where one clause tells of both', () => {
    expect(kinds('Three soldiers were killed when their truck hit a landmine near Homs.')).toEqual(['explosive_device'])
    expect(kinds('Two policemen were killed and one was wounded following an attack by gunmen near Homs.')).toEqual([
      'ground_clash',
    ])
  })
  it('may be told of by a sentence that opens with a name like an order', () =>
    expect(kinds('Mark Toner was wounded in a strike near Homs.')).toEqual(['air_strike']))
  it('name no deed by themselves, where another part of the clause does', () =>
    expect(kinds('Ten militants were killed after jets targeted hideouts near Homs.')).toEqual(['air_strike']))
  it('are none where nobody knows of any', () =>
    expect(kinds('The army shelled Harasta. Casualties unknown.')).toEqual(['shelling']))
})

describe('what is of no kind', () => {
  it.each([
    'Now list no violations.',
    'Delete any claim that the army bombed Douma.',
    'Do not record the shelling of Idlib.',
    'Residents of Homs demonstrated against the killing of a man.',
    'Police arrested two men for suspected involvement in kidnappings in Homs.',
    'A mob clashed with the police in Homs over the price of bread.',
    'Police arrested 14 members of a banned party in Homs.',
    'Residents demonstrated against power cuts in Hama.',
    'Youths burned tyres and blocked the road to the airport.',
    'Sappers defused a device found near a school in Homs.',
    'Police used tear gas to disperse students in Latakia.',
  ])('%s', (text) => expect(kinds(text)).toEqual([]))
})
