// The words of the screen on the pull-back in Russian.
import { plurals } from '../../plural.ts'
import type { Words } from '../../words.ts'

const count = plurals('ru')
/** After «в пределах», «по» and the like. */
const ofHours = { one: '# часа', few: '# часов', many: '# часов', other: '# часа' }

export const ru: Words['ground'] = {
  title: 'Отвод сил',
  asOf: (moment, zone, account) => `На ${moment} (${zone}), по версии «${account}»`,
  summary: (parts) => `из требуемых глубин отвода ${parts}.`,
  count: (n, finding) => `${n} ${finding}`,
  absent: [
    'Позиции, требуемые глубины и высказывания о том, кто кого ждёт, хранятся в простых таблицах рядом с соглашением: `ground/positions.csv` необходима, рядом могут быть `ground/depths.csv`, `ground/waits.csv` и `ground/sites.csv`.',
    'Бланк для электронной таблицы даёт `truce export --template positions --out positions.xlsx`, внести его можно командой `truce import`. В папке `examples/aleppo-2016/ground` все они заполнены.',
  ],
  command: 'truce ground status',
  finding: {
    kept: 'соблюдено',
    not_kept: 'не соблюдено',
    contested: 'оспаривается',
    cannot_tell: 'сказать нельзя',
    not_observed: 'не наблюдалось',
  },
  findingHelp: [
    '«Соблюдено» сказано о тех подразделениях, о которых сообщали, и ни о каких других.',
    '«Сказать нельзя»: погрешность места заходит за границу глубины. «Не наблюдалось»: никто из тех, кому верят, не говорит, где кто-либо стоял.',
  ],
  depths: (party) => `Требуется от стороны: ${party}`,
  depth: 'Глубина',
  found: 'Что установлено',
  why: 'Почему',
  for: 'Слова за',
  against: 'Слова против',
  cannotConfirm: 'Не могут подтвердить',
  silent: 'Молчат',
  metres: (n, side, line) => `${n} м ${side} (${line})`,
  side: {
    north: 'к северу',
    south: 'к югу',
    east: 'к востоку',
    west: 'к западу',
    either: 'по обе стороны',
  },
  reading: (of, reading) => `${of} · прочтение «${reading}»`,
  nobody: 'никто',
  row: (observer, row) => `${observer}, строка ${row}`,
  begun: 'Начат ли отвод',
  begunAnswer: {
    supported: 'слова это подтверждают',
    refuted: 'слова это опровергают',
    contested: 'оспаривается',
    unknown: 'неизвестно: никто об этом не говорит',
  },

  pair: {
    title: 'Кто кого ждёт',
    of: (a, b, n) => `${a} и ${b}, в пределах ${count(n, ofHours)} друг от друга`,
    state: {
      together: 'исполнено вместе',
      apart: 'исполнено порознь',
      cannot_tell: 'исполнено обеими сторонами; вместе или нет, сказать нельзя',
      one_done: 'одна сторона исполнила',
      one_begun: 'одна сторона начала',
      both_begun: 'обе стороны начали',
      mutual_wait: 'каждая сторона ждёт другую',
    },
    followBy: (moment) => `Другая сторона следует до ${moment}.`,
    breaks: 'Что прервало бы ожидание',
    says: 'Что говорят об ожидании',
    readings: (readings) => `В прочтениях ${readings}.`,
    reading: (a, b) => `«${a}» и «${b}»`,
  },

  bands: {
    title: 'Расстояние во времени',
    help: (window, delay) =>
      `Полосы расстояний от линии, о которых сообщали, по промежуткам (длина ${window} ч); публикуются через ${delay} ч после конца промежутка. Где в пределах полосы стояло подразделение, на какой стороне, какое именно и кто его видел, не публикуется.`,
    none: 'На этот момент ничто ещё не настолько старо, чтобы его публиковать.',
    party: (party, line) => `${party}, от линии: ${line}`,
    chart: (weapons) => `${weapons}: полосы расстояний по дням`,
    required: (depths) => `Требуется (пунктир): ${depths}`,
    requiredDepth: (metres, side, reading) => `${metres} м ${side} («${reading}»)`,
    anyWeapons: 'оружие не названо',
    metres: (n) => `${n} м`,
    between: (from, to) => `от ${from} до ${to} м`,
    beyond: (from) => `дальше ${from} м`,
    window: 'Промежуток',
    weapons: 'Оружие',
    distance: 'Расстояние',
  },

  weapon: {
    tank: 'танки',
    ifv_apc: 'бронетранспортёры',
    artillery_tube: 'артиллерия',
    mlrs_rocket: 'реактивные установки',
    mortar: 'миномёты',
    missile: 'ракеты',
    heavy_machine_gun: 'крупнокалиберные пулемёты',
    atgm: 'противотанковые ракеты',
    rpg: 'гранатомёты',
    small_arms: 'стрелковое оружие',
    air_manned: 'самолёты',
    air_helicopter: 'вертолёты',
    uav: 'беспилотники',
    chemical: 'химическое оружие',
    ied_mine: 'мины',
    unknown: 'оружие неизвестно',
  },
}
