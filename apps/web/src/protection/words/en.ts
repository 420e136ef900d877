// What the protection check says in English.
import { plurals } from '../../plural.ts'

const n = plurals('en')

export const en = {
  title: 'Protection check',
  help: 'Before something is done in an area: does it hold hospitals, schools, water works or other protected objects, or is aid expected to pass through it? Only whole days and fixed cells can be asked about; there is no map, no list and no “near here”, for these could be used to aim. Every question is written down before it is answered, under your name and for your organisation to check.',
  example: 'An example: every site and movement here is made up, and nothing real is kept in it.',
  absent: 'The protection check is not running here.',
  absentHelp:
    'It is a program of its own, with its own folder and key, so that nobody who has this server has the sites. Nothing else on this page is affected. Whoever keeps it starts it, and then this server, with:',
  closed: 'You have not been let in to the protection check.',
  closedHelp:
    'Whoever keeps it lets in each person by hand. Give them this line, which has your ids and nothing secret:',
  ask: 'Ask about cells and days',
  place: 'Around a place of the agreement',
  elsewhere: 'somewhere else',
  area: (length: number) => `Area: a geohash of ${length} characters`,
  noArea: (length: number) => `Write ${length} characters: digits and small letters other than a, i, l and o.`,
  north: 'North',
  south: 'South',
  east: 'East',
  west: 'West',
  grid: (area: string) => `The 32 cells of ${area}; north is at the top, east on the right.`,
  noneChosen: (most: number) => `Choose the cells to ask about, ${most} at most.`,
  chosen: 'Chosen:',
  firstDay: 'First day',
  lastDay: 'Last day',
  period: (first: string, last: string) =>
    `Days of this period: ${first} to ${last} (UTC). Answers are those of its beginning and stay the same all through it.`,
  budget: (today: string, year: string) =>
    `Your organisation may still ask about ${today} new cells today and ${year} this year.`,
  costs: (cells: number) =>
    cells === 0
      ? 'These cost nothing: you have asked about them in this period.'
      : n(cells, { one: 'This takes # new cell of them.', other: 'This takes # new cells of them.' }),
  askNow: 'Ask',
  answer: 'The answer',
  answers: {
    'protected objects present': 'Protected objects are present',
    'humanitarian movement expected': 'A humanitarian movement is expected',
    'none known': 'None known.',
  },
  within: (within: string, cell: string) =>
    within === cell
      ? 'in this cell.'
      : within === ''
        ? '– somewhere: there are too few to say where.'
        : `somewhere in the larger cell ${within}; in which part is not told.`,
  mark: 'Mark',
  noPermission: 'What is not registered and verified is protected all the same: “none known” is no permission.',
  until: (day: string) => `This holds until the end of ${day} (UTC).`,
  points: 'One exact point',
  pointsHelp:
    'To evacuate, repair or spare one site, one person may see where it is, for at most 24 hours, once its owner and a guarantor of another organisation have consented. Each look is written down before it is shown.',
  noPoints: 'Nobody waits to see a point, and no request waits for your consent.',
  yours: 'Asked for by you:',
  theirs: (person: string) => `${person} asks to see:`,
  owner: { yes: 'The owner has consented.', no: 'The owner has not consented yet.' },
  guarantor: { yes: 'A guarantor has consented.', no: 'No guarantor has consented yet.' },
  consented: 'You have consented.',
  consent: 'Consent',
  notYet: 'It can be seen within its window, once both have consented.',
  look: 'Show me the point now',
  askPoint: 'Ask to see a point',
  site: 'Id of the site, as its owner gave it to you',
  purpose: 'What for',
  from: 'From',
  to: 'Until',
  askPointNow: 'Ask for consent',
  pointAsked: 'Asked. The owner and the guarantors see it here.',
  looks: 'Who saw a point that your organisation asked for, owns or consented to',
  lookedAt: 'Site',
  asked: 'What your organisation asked',
  nothingAsked: 'Nobody of your organisation has asked anything. Whatever is asked above stands here afterwards.',
  when: 'When',
  who: 'Who',
  cells: 'Cells',
  days: 'Days',
  refusals: (count: number) =>
    n(count, {
      one: '# question was refused; it is written down too.',
      other: '# questions were refused; they are written down too.',
    }),
}
