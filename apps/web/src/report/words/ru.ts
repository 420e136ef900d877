// The words around a daily report in Russian.
import type { ReportWords } from './en.ts'

export const ru: ReportWords = {
  help: 'Что подтверждает запись, вечер за вечером. Каждая цифра ведёт к тому, на чём она основана.',
  day: 'Вечер',
  earlier: 'Раньше',
  later: 'Позже',
  number: (number, day) => `№ ${number}: ${day}`,
  files: 'Взять с собой',
  filesHelp: 'Тот же доклад файлом. Того, что группы держат для себя, нет ни в одном файле для других.',
  madeKnown: 'Обнародовано, с SHA-256 каждого файла',
  print: 'Напечатать страницу',
  follow: 'Следить со стороны',
  feed: 'Доклады лентой',
  calendar: 'Сроки календарём',
  alerts: 'Последнее оповещение',
  none: 'Доклада ещё нет',
  noneHelp:
    'Первый доклад составляется в первый час отсечки первого срока соглашения. Выберите выше более поздний момент или внесите то, чем срок начался.',
  lookUp: (n) => `Все (${n}), для справки`,
  forms: {
    md: 'Текст (Markdown)',
    html: 'Страница (HTML)',
    pdf: 'Для печати (PDF)',
    docx: 'Для правки (DOCX)',
    json: 'Всё (JSON)',
    csv: 'Цифры (CSV)',
    hxl: 'Цифры с метками HXL',
    geojson: 'Приблизительные места (GeoJSON)',
    cap: 'Последнее оповещение (CAP)',
    ics: 'Сроки (iCalendar)',
    atom: 'Запись ленты (Atom)',
    stix: 'События (STIX 2.1)',
    prov: 'Откуда цифры (PROV)',
  },
}
