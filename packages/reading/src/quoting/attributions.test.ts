import { describe, expect, it } from 'vitest'
import { attributions } from '../index.ts'

type Said = readonly [quote: string, speaker: string | null]

/** Quotations in order, each with the fullest name of its speaker, else the words that stand for one. */
function quoted(text: string): Said[] {
  return attributions(text).flatMap(({ quotes, speaker }) =>
    quotes.map(({ start, end }): Said => [text.slice(start, end), speaker && (speaker.name ?? `(${speaker.text})`)]),
  )
}
const speakers = (text: string) => quoted(text).map(([, speaker]) => speaker)
const reported = (text: string) =>
  attributions(text)
    .filter(({ kind }) => kind === 'indirect')
    .map(({ content, speaker }) => [text.slice(content.start, content.end), speaker?.name ?? null])

type Case = readonly [text: string, ...speakers: (string | null)[]]

const AFTER: readonly Case[] = [
  ['"We are not going to raise taxes," said Laura Hale, the county treasurer.', 'Laura Hale'],
  ['"We are not going to raise taxes," Laura Hale, the county treasurer, said on Tuesday.', 'Laura Hale'],
  ['“We are not going to raise taxes,” Hale said in an interview.', 'Hale'],
  ['"Why would anybody pay that?" asked Tom Brandt, 44, who runs a bakery on Elm Street.', 'Tom Brandt'],
  ['"Why would anybody pay that?" Brandt asked.', 'Brandt'],
  ['"This has to stop!" he shouted.', '(he)'],
  ['"It was the right call," the mayor told reporters after the vote.', 'mayor'],
  ['"It was the right call," according to Sen. Ruth Okafor, who chairs the panel.', 'Ruth Okafor'],
  ['"The plant will close by June," the company said in a statement.', 'company'],
  ['"The plant will close by June," said a senior official who asked not to be named.', 'senior official'],
  ['"We had no choice," says Dr. Amir Patel of the University of Iowa.', 'Amir Patel'],
  ['"We had no choice" -- Patel said later -- "and no time."', 'Patel', 'Patel'],
  ['"Nobody called us," Rivera barked and left.', 'Rivera'],
  ['"Nobody called us," Rivera shot back with a laugh.', 'Rivera'],
  ['"Nobody called us!" Rep. Paul Bell, R-Pa., said of the storm.', 'Paul Bell'],
  ['"Nobody called us," said Larry King.', 'Larry King'],
  ['"Nobody called us," said the town\'s treasurer, Rita Bell, on Friday.', 'Rita Bell'],
  ['Many doubt Hale\'s early pledge to stay "neutral" on the dam.', 'Hale'],
  ['"Nobody called us," freelance photographer Ramil Carr said.', 'Ramil Carr'],
  ['Cost estimates, Rivera added, were "based on a guess."', 'Rivera'],
  ['"Nobody called us," added Rivera, whose shop burned down.', 'Rivera'],
  ['"Nobody called us," Rivera, whose shop burned down, told The Herald.', 'Rivera'],
  ['"The numbers do not lie," wrote Chief Justice Helen Marsh for the majority.', 'Helen Marsh'],
  ['"Great crowd tonight!" Doyle wrote on Twitter.', 'Doyle'],
  ['"We won," tweeted Rep. Carl Nunez, D-Ariz., on Sunday night.', 'Carl Nunez'],
  ['"I never met him," Sen. Jane Roe (D-Mo.) said.', 'Jane Roe'],
  ['"Never," he went on to say.', '(he)'],
  ["'We will be back,' said Anna Weiss, a striking nurse.", 'Anna Weiss'],
  ["'It's over,' Weiss said. 'The workers' council has voted.'", 'Weiss', 'Weiss'],
  ["``We will be back,'' said Anna Weiss, a striking nurse.", 'Anna Weiss'],
  ['"I saw \'no entry\' written on the door," Karen Bell testified.', 'Karen Bell'],
]

const BEFORE: readonly Case[] = [
  ['Laura Hale said, "We are not going to raise taxes."', 'Laura Hale'],
  ['Laura Hale said: "We are not going to raise taxes."', 'Laura Hale'],
  ['Asked about the vote, Hale replied: "We will see."', 'Hale'],
  ['In a letter to staff on Monday, chief executive Peter Lund wrote: "We let you down."', 'Peter Lund'],
  ['On Monday, the spokesman, John Kirby, said, "It holds."', 'John Kirby'],
  ['John Kirby, the State Department spokesman, said that the deal was "not dead yet."', 'John Kirby'],
  ['Secretary of State Dean Wills called the plan "a disaster in the making."', 'Dean Wills'],
  ['Critics have described the bill as "a gift to the banks."', 'Critics'],
  ['According to Mark Stone, a lawyer for the family, the police "never even knocked."', 'Mark Stone'],
  ['As Stone put it, "They never even knocked."', 'Stone'],
  ['Former judge Ruth Okafor (D-R.I.), said after lunch that it was "a starting point."', 'Ruth Okafor'],
  ['Nobody liked the plan, with Sen. Paul Marsh calling it a "dead letter."', 'Paul Marsh'],
  ['In a clip that Judge Mark Stone called "distasteful," Weiss asked for money.', 'Mark Stone'],
  ['Ana Weiss, who lost her sister in Aurora, Colorado, in July, said the talk was "far too short."', 'Ana Weiss'],
  ['Ana Weiss, secretary for trade, tourism, and fisheries, said the talk was "far too short."', 'Ana Weiss'],
  ['Before Ann Lund took the stage to admit defeat, Tom Brandt sent a note saying: "Give now."', 'Tom Brandt'],
  ['Mr. Lund\'s campaign chairman, Tom Brandt, dismissed that as "mere talking points."', 'Tom Brandt'],
  ['A memo was sent as the polls closed stating that the loss was "long expected."', 'memo'],
  ['Weiss\'s attorney, Tom Brandt, argued that she was "an entertainer."', 'Tom Brandt'],
  ['Famed boxing doctor Carl Nunez once said: "He was born in Miami."', 'Carl Nunez'],
  ['Said Dorothy Bell, who grew up here, "We were all so proud."', 'Dorothy Bell'],
  ['He also hosts a show, runs a school and, he says, "never sleeps at all."', '(he)'],
  ["Hale: Plan is no 'disaster' for town\n\nLaura Hale spoke on Friday.", 'Hale'],
  ['Stone: "They never even knocked."', 'Stone'],
  ['Stone was blunt: "They never even knocked."', 'Stone'],
  ['The judge ruled that the search was "plainly unlawful" and ordered a new trial.', 'judge'],
  ['Stone left the building and said, "They never even knocked."', 'Stone'],
  ['When the police came, Stone said, "they never even knocked."', 'Stone'],
  ['Mr. Stone, speaking by telephone from Denver, said, "They never even knocked."', 'Stone'],
  ['The president was quoted by state television as saying, "We are ready for talks."', 'president'],
  ['Both the mayor and the governor said, "We will rebuild."', 'Both the mayor and the governor'],
  ['Residents said the river "rose like a wall."', 'Residents'],
  ['The report found that the dam was "unfit for use."', 'report'],
  ['Stone refused to answer, saying only: "Talk to my lawyer."', 'Stone'],
  ['The White House said it was "monitoring the situation closely."', 'White House'],
]

const AROUND: readonly Case[] = [
  ['"The vote," said Laura Hale, "was never in doubt."', 'Laura Hale', 'Laura Hale'],
  ['"The vote was close," Hale said. "But it was never in doubt."', 'Hale', 'Hale'],
  ['"The vote was close," Hale said, adding, "It was never in doubt."', 'Hale', 'Hale'],
  ['"It is over," Hale said. "It is not," Brandt answered.', 'Hale', 'Brandt'],
  ['Hale dismissed the idea. "That will never happen," she said.', 'Hale'],
  ['Hale dismissed the idea. "That will never happen."', 'Hale'],
  ['Hale said the vote was close. "It was never in doubt."', 'Hale'],
]

const CARRIED: readonly Case[] = [
  [
    'Laura Hale took office in May. The county was broke.\n\n"We had nothing," Hale said.\n\n"I mean nothing."',
    'Laura Hale',
    'Laura Hale',
  ],
  [
    '"We had nothing," said Laura Hale. "The roof leaked.\n\n"The heating failed.\n\n"We left."',
    'Laura Hale',
    'Laura Hale',
    'Laura Hale',
    'Laura Hale',
  ],
  [
    'John Mercer, a farmer, voted for the plan. Susan Cole, his neighbor, did not.\n\n"I was never asked," she said.',
    'Susan Cole',
  ],
  [
    'John Mercer met Susan Cole on Friday.\n\n"I was never asked," she said. "And I am not happy."',
    'Susan Cole',
    'Susan Cole',
  ],
  ['John Mercer spoke first. He said: "I was never asked."', 'John Mercer'],
  [
    'State police spokeswoman Dana Reyes said two cars collided. The spokeswoman said it was "a miracle" nobody died.',
    'Dana Reyes',
  ],
  [
    '"It was quick," said a spokesman for the airline. "Nobody was hurt," he added.',
    'spokesman for the airline',
    'spokesman for the airline',
  ],
  ['Acme Corp. said profits fell. "It was a hard year," the company said.', 'Acme Corp.'],
  ['Hillary Clinton and Bill Clinton came. "It is good to be back," Mr. Clinton said.', 'Bill Clinton'],
  [
    'Carla Stone told the panel that Nadia Marsh had criticized Mary Lund. "It will not work," she said.',
    'Carla Stone',
  ],
  [
    '"It was quick," said Tom Reyes, a pilot who once worked for Acme and has advised its rivals. "Nobody was hurt."',
    'Tom Reyes',
    'Tom Reyes',
  ],
  [
    '"We ask," Tom Reyes said. When the two went out, children would come up to him.\n\n"They were afraid of us."',
    'Tom Reyes',
    'Tom Reyes',
  ],
  ['"The jar was full," Ann King said. Only three remained. "I have to save up."', 'Ann King', 'Ann King'],
  ['Billie Jean King met Paul Murray. Ms. King spoke. "You are the queen," she said.', 'Billie Jean King'],
  ['Mr. Stone interrupted himself, as if bantering with his own notes. "I really mean this," he said.', 'Stone'],
  ['There are times when Carl Stone plays the host. "They want me!" he says.', 'Carl Stone'],
  ['Joe Lindt, the coach, was calm. "We lost," Lindt said. "We will win," he said.', 'Joe Lindt', 'Joe Lindt'],
  ['The hall was empty. "Where is everybody?" he asked.', '(he)'],
  ['Rain fell all day in the valley.\n\n"It never ends."', null],
]

describe.each([
  ['before its speaker', AFTER],
  ['after its speaker', BEFORE],
  ['around its speaker', AROUND],
  ['carried over', CARRIED],
] as const)('a quotation %s', (_, cases) => {
  it.each(cases.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    expect(speakers(text)).toEqual(expected)
  })

  it.each(cases.map(([text]) => text))('is found in capitals as well: %s', (text) => {
    expect(quoted(text.toUpperCase()).map(([quote]) => quote)).toEqual(
      quoted(text).map(([quote]) => quote.toUpperCase()),
    )
  })
})

describe('marks set wrongly', () => {
  it('closes a quotation with an opening mark that no word follows', () => {
    expect(quoted('Hale asked for an \u201cexpedited review\u201c of the dam and a \u201cnew wall\u201d.')).toEqual([
      ['expedited review', 'Hale'],
      ['new wall', 'Hale'],
    ])
  })
})

describe('marks that hold no speech', () => {
  it.each([
    'The film "Gone Before Dawn" opened on Friday.',
    'He drives a so-called "muscle car" to work.',
    'The group, known as "The Nine," met in secret.',
    'A 6\'2" guard scored 20 points and a 5\'9" forward had 12.',
    'The song "My Old Town" was played twice.',
    'She is to appear on "The Late View" and Cable\'s "Meet the World" on Friday.',
    'Hale promoted her book, "The Long Road," on Friday.',
  ])('%s', (text) => expect(quoted(text)).toEqual([]))
})

describe('reported speech', () => {
  it('is attributed without marks', () => {
    expect(reported('Laura Hale said the vote was close.')).toEqual([['the vote was close.', 'Laura Hale']])
    expect(reported('The vote was close, Laura Hale said.')).toEqual([['The vote was close,', 'Laura Hale']])
    expect(reported('The vote was close, according to Laura Hale.')).toEqual([['The vote was close,', 'Laura Hale']])
  })

  it('is not read into a noun or into what is done to the subject', () => {
    expect(reported('The report was late. Hale was told that the vote was close. Her claims were false.')).toEqual([])
  })
})

describe('an attribution', () => {
  const [one] = attributions('"We are ready," said John Kirby, the State Department spokesman, on Friday.')

  it('keeps the whole mention, the name and the cue where they stand', () => {
    expect(one).toMatchObject({
      kind: 'direct',
      speaker: { text: 'John Kirby, the State Department spokesman', name: 'John Kirby', start: 21 },
      cue: { text: 'said' },
    })
  })

  it('says who carries the words', () => {
    const [carried] = attributions('Foreign Minister Ali Rada was quoted by SANA as saying, "The truce holds."')
    expect(carried).toMatchObject({ speaker: { name: 'Ali Rada' }, via: 'SANA' })
  })

  it('tells words taken into a sentence from a sentence quoted whole', () => {
    expect(attributions('Hale called it "a very sad day."')[0]!.kind).toBe('mixed')
    expect(attributions('Hale said, "It is a very sad day."')[0]!.kind).toBe('direct')
  })
})
