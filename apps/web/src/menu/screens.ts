// Every screen by its name and address, grouped as the header has them: what the header and the palette lead to.
import { agreementsTitle } from '../agreements/title.ts'
import { casesTitle } from '../cases/title.ts'
import { guarantorsTitle } from '../guarantors/title.ts'
import { exchangeTitle } from '../exchange/title.ts'
import { inboxTitle } from '../inbox/title.ts'
import { mapTitle } from '../map/title.ts'
import { noticesTitle } from '../notices/title.ts'
import { screenNames } from '../palette/screens.ts'
import { powersTitle } from '../powers/title.ts'
import { protectedTitle } from '../protected/title.ts'
import { protectionTitle } from '../protection/title.ts'
import { publicationTitle } from '../publication/title.ts'
import { recordTitle } from '../record-field/title.ts'
import { reportTitle } from '../report/title.ts'
import { watchTitle } from '../watch/title.ts'
import { words } from '../words.ts'
import { menuWords as said } from './words.ts'

/** The address and the name of each screen, by what people come for. */
export const MENU = [
  {
    name: said.now,
    screens: [
      ['/', words.today.title],
      ['/access', words.access.title],
      ['/pull-back', words.ground.title],
      ['/powers', powersTitle],
    ],
  },
  {
    name: said.evidence,
    screens: [
      ['/map', mapTitle],
      ['/timeline', screenNames['/timeline']],
      ['/tally', screenNames['/tally']],
      ['/figures', screenNames['/figures']],
      ['/protected', protectedTitle],
    ],
  },
  {
    name: said.centre,
    screens: [
      ['/cases', casesTitle],
      ['/guarantors', guarantorsTitle],
      ['/exchange', exchangeTitle],
      ['/protection', protectionTitle],
      ['/watch', watchTitle],
    ],
  },
  {
    name: said.text,
    screens: [
      ['/agreement', words.agreementText],
      ['/agreements', agreementsTitle],
      ['/back-test', words.backTest.title],
    ],
  },
  {
    name: said.world,
    screens: [
      ['/report', reportTitle],
      ['/publication', publicationTitle],
      ['/public', screenNames['/public']],
    ],
  },
  {
    name: said.desk,
    screens: [
      ['/inbox', inboxTitle],
      ['/record', recordTitle],
      ['/notices', noticesTitle],
    ],
  },
] as const
