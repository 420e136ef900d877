// The words of the back-test in Russian.
import { plurals } from '../../plural.ts'
import type { Words } from '../../words.ts'

const count = plurals('ru')
/** In the accusative: held for so many days. */
const days = { one: '# день', few: '# дня', many: '# дней', other: '# дня' }

export const ru: Words['backTest'] = {
  title: 'Проверка на прошлом',
  intro:
    'Что подпало бы под запреты этого соглашения и сколько осталось бы спокойствия? Выберите файл прошлых событий и приложите к нему соглашение.',
  stays: 'Файл читается в этом браузере. Ничего из него никуда не отправляется и не сохраняется.',
  file: 'События',
  fileHelp: 'CSV-файл из UCDP GED или из ACLED; какой из двух, видно по его первой строке.',
  start: 'Приложить соглашение',
  cancel: 'Отменить',
  progress: 'Ход работы',
  reading: (done, all, rows) => `Чтение: ${done} из ${all}, строк: ${rows}`,
  judging: (done, all) => `Оценка: событий ${done} из ${all}`,
  began: 'Файл читается.',
  part: (percent) => `Готово на ${percent} процентов.`,
  ready: (events) => `Готово. Оценено событий: ${events}. Ниже результат.`,
  cancelled: 'Отменено. Ничего не сохранено.',
  refused: 'Этот файл использовать нельзя',
  place: (line, column) => `строка ${line}, столбец ${column}`,
  notText: 'файл не является текстом в UTF-8',
  notTextHelp: 'сохраните его как CSV в UTF-8',
  unread: 'файл больше не читается',
  unreadHelp: 'выберите его снова; возможно, он изменён или перемещён',
  bug: 'работа прервалась по ошибке этой страницы',
  bugHelp: 'попробуйте `truce back-test` с тем же файлом и сообщите, если это удастся',
  result: 'Как положения оценивают эти события',
  source: (events, source) => `событий: ${events}, источник: ${source}`,
  caveats: 'Чего отсюда узнать нельзя',
  clause: 'Запрет',
  inForce: 'Действует',
  never: 'никогда не действовал',
  noEnd: 'без окончания',
  fromTo: (from, to) => `${from} – ${to}`,
  suspended: (n) => `приостановка на ${count(n, days)} нигде не учтена`,
  breaches: 'Нарушения',
  range: (surely, perhaps) => `${surely} наверняка, ${perhaps} возможно`,
  first: 'Первое, что может им быть',
  calm: 'Самое долгое спокойствие',
  days: (n) => count(n, { one: '# полный день', few: '# полных дня', many: '# полных дней', other: '# полного дня' }),
  windows: 'Промежутки',
  window: (measure, needed) => `${measure} на ${count(needed, days)}`,
  held: { met: 'выдержано', unknown: 'сказать нельзя', breached: 'не выдержано' },
  longest: (surely, perhaps) => `дольше всего: ${surely} наверняка, ${perhaps} возможно`,
  covered: 'Подпадает',
  undetermined: 'Не определено',
  out: 'Не подпадает',
  reasons: (clause) => `Почему: ${clause}`,
  decision: 'Решение',
  reason: 'Обоснование',
  events: 'События',
  begun: (events, between) =>
    `Событий, начавшихся во время действия: ${events}, из них между теми, кого он обязывает: ${between}.`,
  dead: (best, low, high) => `Погибшие в том, что может быть нарушением: ${best} (от ${low} до ${high}).`,
  skipped: (n) => `Пропущено строк: ${n}`,
  skippedHelp: 'Эти строки использовать не удалось, и выше они нигде не сосчитаны.',
  more: (n) => `и ещё ${n}`,
}
