// Requests for access: areas, who asked whom for what, what was decided at each step, and figures with their source.
import { ACCESS_STEPS, AREA_ACCESS, STEP_DECISIONS } from '@trucekeeper/codes'
import type { Table } from '../table.ts'
import { coded, column, INSTANT, LAT, LON, MOMENT, NAMED, NUMBER, REQUIRED, SAID } from './columns.ts'

const AREAS_HELP = 'ids of areas, with ; between them'

export const AREAS: Table = {
  name: 'areas',
  folder: 'access',
  about: 'an area, and how well aid gets to it by one source’s word',
  columns: [
    column('area_id', '#loc+area+id', 'a name that no other area has', REQUIRED),
    column('name', '#loc+area+name', 'what the area is called'),
    column('pcode', '#adm3+code', 'its P-code, such as SY020000', { kind: 'pcode', version: 'cod_version' }),
    column('cod_version', '#meta+adm3+version', 'the version of the boundaries the P-code is from'),
    LAT,
    LON,
    coded('access_status', '#access+status', AREA_ACCESS, 'how well aid gets to it'),
    column('population', '#population', 'how many people are there', NUMBER),
    column('as_of', '#date+asof', 'when it was so, such as 2016-09-13T16:20+03:00', INSTANT),
    ...SAID,
    ...NAMED,
  ],
}

export const REQUESTS: Table = {
  name: 'requests',
  folder: 'access',
  about: 'a request to let aid through',
  columns: [
    column('request_id', '#activity+request+id', 'a name that no other request has', REQUIRED),
    column('requester', '#org+requester', 'who asks', REQUIRED),
    column('addressed_to', '#org+addressee', 'who is asked', REQUIRED),
    column('areas', '#loc+area+id+requested', AREAS_HELP, REQUIRED),
    column('submitted_at', '#date+submitted', 'when it was handed in, such as 2016-08-19T12:00+03:00', {
      ...INSTANT,
      ...REQUIRED,
    }),
    column('period', '#meta+period', 'the plan it belongs to, such as 2016-08'),
    column('people', '#targeted+people', 'for how many people', NUMBER),
    column('items', '#item+requested', 'what is to go, with ; between the items'),
    column('reply_due_at', '#date+due', 'when an answer is due', INSTANT),
    ...SAID,
    ...NAMED,
  ],
}

export const STEPS: Table = {
  name: 'steps',
  folder: 'access',
  about: 'a step of approval: who decided what, when and why',
  columns: [
    column('request_id', '#activity+request+id', 'the request it is about', REQUIRED),
    coded('step', '#access+step', ACCESS_STEPS, 'which step', REQUIRED),
    column('decided_by', '#org+decider', 'who decides at this step', REQUIRED),
    coded('decision', '#status+decision', STEP_DECISIONS, 'what was decided', REQUIRED),
    column('at', '#date+decided', 'when, such as 2016-09-13T16:20+03:00', { ...MOMENT, ...REQUIRED }),
    column('reason', '#description+reason', 'the reason that was given'),
    column('areas', '#loc+area+id+approved', `what is approved where it is less than was asked for: ${AREAS_HELP}`),
    column('people', '#targeted+people+approved', 'for how many people, where it is fewer', NUMBER),
    column('items', '#item+approved', 'which items, where it is fewer, with ; between them'),
    column('conditions', '#description+conditions', 'under which conditions'),
    ...SAID,
    ...NAMED,
  ],
}

export const FIGURES: Table = {
  name: 'figures',
  folder: 'access',
  about: 'a number that one source gives',
  columns: [
    column('what', '#indicator+name', 'what is counted, such as besieged_people', REQUIRED),
    column('about', '#indicator+about', 'of which area, consignment or period', REQUIRED),
    column('unit', '#indicator+unit', 'what one of them is, such as people', REQUIRED),
    column('as_of', '#date+asof', 'as of when, such as 2016-09-13T16:20+03:00', { ...INSTANT, ...REQUIRED }),
    column('value', '#indicator+num', 'the number', NUMBER),
    column('low', '#indicator+num+low', 'no fewer than', NUMBER),
    column('high', '#indicator+num+high', 'no more than', NUMBER),
    column('qualifier', '#indicator+qualifier', 'the word that softens it, such as around'),
    column('definition', '#description+definition', 'who or what is counted, and who is not'),
    ...SAID,
    ...NAMED,
  ],
}
