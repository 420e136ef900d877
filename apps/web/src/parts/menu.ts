// Every screen by its name and address, in the order of the header: what the header and the palette lead to.
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

export const MENU = [
  ['/', words.today.title],
  ['/access', words.access.title],
  ['/pull-back', words.ground.title],
  ['/powers', powersTitle],
  ['/map', mapTitle],
  ['/report', reportTitle],
  ['/cases', casesTitle],
  ['/guarantors', guarantorsTitle],
  ['/inbox', inboxTitle],
  ['/record', recordTitle],
  ['/agreement', words.agreementText],
  ['/agreements', agreementsTitle],
  ['/back-test', words.backTest.title],
  ['/timeline', screenNames['/timeline']],
  ['/tally', screenNames['/tally']],
  ['/figures', screenNames['/figures']],
  ['/protected', protectedTitle],
  ['/exchange', exchangeTitle],
  ['/protection', protectionTitle],
  ['/publication', publicationTitle],
  ['/watch', watchTitle],
  ['/notices', noticesTitle],
  ['/public', screenNames['/public']],
] as const
