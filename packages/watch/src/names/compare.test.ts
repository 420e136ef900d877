// Names of invented people in three scripts, and common names, which tell nothing.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SPELLINGS } from '../testing/groups.ts'
import { COMMON } from './common.ts'
import { resemblance } from './compare.ts'

const name = fc.constantFrom(...SPELLINGS.flat())

describe('a name of one person', () => {
  it.each(SPELLINGS.map((all) => [all[0]!, all] as const))('%s is found in any of its spellings', (_, all) => {
    for (const one of all)
      for (const other of all) {
        const found = resemblance(one, other)
        expect(found, `${one} | ${other}`).not.toBeNull()
        expect(found!.reasons.length).toBeGreaterThanOrEqual(2)
      }
  })

  it('is nobody else', () => {
    // The first two are one person.
    const others = SPELLINGS.slice(1)
    for (const [at, all] of others.entries())
      for (const another of others.slice(at + 1))
        for (const one of all) for (const two of another) expect(resemblance(one, two), `${one} | ${two}`).toBeNull()
  })

  it.each([
    ['Muhammad Zarquni', 'Mahmud Zarquni'],
    ['Ahmad Zarquni', 'Hamid Zarquni'],
    ['Hasan Zarquni', 'حسين زرقوني'],
    ['Nadir Zarqa', 'Nadir Zarqawi'],
    ['Alawi Zarquni', 'Ali Zarquni'],
    ['Timur Ridha', 'Timur Ridha'],
    ['سالم الزرقوني', 'سليم الزرقوني'],
    ['Sulayman Zarquni', 'Sulaymani Zarquni'],
  ])('%s is not %s', (one, other) => {
    expect(resemblance(one, other)).toBeNull()
  })

  it('in letters of two alphabets that look alike is read in one', () => {
    expect(resemblance('Muhаmmаd Zаrquni', 'Muhammad Zarquni')).not.toBeNull()
  })

  it('with a word that is none of the list says so, and takes two that tell', () => {
    expect(resemblance('Tadmuri Zarquni Muhammad Hindawani', 'Zarquni Tadmuri Shaykhuni')!.reasons).toEqual([
      '`tadmuri` is `tadmuri`: as it is written',
      '`zarquni` is `zarquni`: as it is written',
      '`muhammad` is none of the words on the list',
      '`hindawani` is none of the words on the list',
    ])
    expect(resemblance('Muhammad Ahmad Zarquni', 'Muhammad Zarquni Shaykhuni')).toBeNull()
  })
})

describe('resembling', () => {
  const some = fc.array(fc.oneof(name, fc.constantFrom(...COMMON), fc.string()), { minLength: 1, maxLength: 3 })
  const names = some.map((parts) => parts.join(' '))

  it('does not depend on which is the listed one', () => {
    fc.assert(
      fc.property(names, names, (one, other) => {
        expect(resemblance(one, other) === null).toBe(resemblance(other, one) === null)
      }),
    )
  })

  it('does not depend on the order of words, and is the same each time', () => {
    const shuffled = name
      .map((one) => one.replaceAll(/[,-]/g, ' ').split(' '))
      // What is one name in two words stays together.
      .filter(
        (words) =>
          !words.some((word) =>
            /^(abd.*|абд.*|عبد|al|ал|ад|ар|din|дин|الدين|allah|الله|zadeh|.*ur|ur|abu|абу|أبو)$/i.test(word),
          ),
      )
      .chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })))
    fc.assert(
      fc.property(shuffled, name, ([words, mixed], other) => {
        expect(resemblance(mixed.join(' '), other) === null).toBe(resemblance(words.join(' '), other) === null)
        expect(resemblance(mixed.join(' '), other)).toEqual(resemblance(mixed.join(' '), other))
      }),
    )
  })

  it('takes whatever somebody writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), name, (one, other) => {
        expect(() => resemblance(one, other)).not.toThrow()
      }),
    )
  })
})

describe('common names', () => {
  const written = fc.constantFrom(
    ...COMMON,
    ...'محمد أحمد علي حسن حسين عمر خالد محمود إبراهيم عبدالله يوسف مصطفى سعيد صالح كريم جمال ناصر طارق ياسر فاطمة مريم'.split(
      ' ',
    ),
    ...'Мухаммед Ахмед Али Хасан Гасан Хусейн Омар Халид Махмуд Ибрагим Юсуф Мустафа Саид Салех Александр Сергей Иван'.split(
      ' ',
    ),
    ...'Иванов Петров Сидоров Смирнов Кузнецов Попов Магомедов Алиев Мохамад Mohamed Mohammed Ahmed Hussein Khaled'.split(
      ' ',
    ),
    'عبد الرحمن',
    'Абдулла',
    'Abdel Karim',
    'Abdul-Aziz',
    'Nour al-Din',
    'Salah Eddine',
    'Нуреддин',
    'عبد العزيز',
  )

  it('are never a match, alone or together, in any script', () => {
    const made = fc.array(written, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(made, made, (one, more) => {
        // The listed one has all of the reported words, and others.
        expect(resemblance(one.join(' '), [...more, ...one].join(' '))).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })

  it('stay so with the article before them, and joined by hyphens or in one', () => {
    for (const name of [
      'Muhammad al-Ansari',
      'Khaled Al-Iraqi',
      'Abu Bakr Al–Umari',
      'Jean-Pierre Martin',
      'Ali-Hasan Khan',
    ])
      expect(resemblance(name, name), name).toBeNull()
    expect(resemblance('Mohammed Alansari', 'Muhammad Alansari')).toBeNull()
    expect(resemblance('Mohammed Alansari', 'Muhammad al-Ansari')).toBeNull()
    expect(resemblance('Jean-Pierre Zarquni', 'Zarquni, Jean-Pierre')).not.toBeNull()
    expect(resemblance('Hasan-Zarquni Khan', 'Hasan Zarquni Khan')).not.toBeNull()
  })

  it('with an article written in one are not taken apart where there is none', () => {
    expect(resemblance('Daud Daniel', 'Muhammad Daud Daniel')).toBeNull()
    expect(resemblance('Zakiur Rehman Zarquni', 'Zaki-ur-Rehman Zarquni')).not.toBeNull()
  })

  it('and one that is not are nobody whose one name is another', () => {
    expect(resemblance('Ahmad Zarquni', 'Ahmad Tadmuri')).toBeNull()
    expect(resemblance('Zarquni', 'Muhammad Zarquni')).toBeNull()
    expect(resemblance('Abu Zarquni', 'Abu Zarquni')).toBeNull()
  })
})
