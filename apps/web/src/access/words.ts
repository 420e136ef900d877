// The words for what was written down in the field, in all four languages.
import { chosen } from '../language.ts'

export const fieldWords = chosen({
  en: {
    title: 'Written down in the field',
    help: 'Seal checks and steps of access as somebody recorded them, the latest first. They are told here by their recorder and counted nowhere: the tables above are not written from the field. To count, a check has to be brought into `access/seals.csv`, a step into `access/steps.csv`.',
    recorded: (moment: string) => `recorded ${moment}`,
    see: 'the record in full',
    more: (n: number) => `Show ${n} more`,
  },
  ar: {
    title: 'مدوَّن في الميدان',
    help: 'فحوص الأختام وخطوات الوصول كما سجّلها أحدهم، الأحدث أولًا. يرويها هنا مسجّلها ولا تُعدّ في أي مكان: فالجداول أعلاه لا تُكتب من الميدان. لكي يُعدّ الفحص يجب إدخاله في `access/seals.csv`، والخطوة في `access/steps.csv`.',
    recorded: (moment: string) => `سُجّل ${moment}`,
    see: 'التسجيل كاملًا',
    more: (n: number) => `أظهر ${n} أخرى`,
  },
  ru: {
    title: 'Записано на месте',
    help: 'Проверки пломб и шаги доступа, как их кто-то записал, сначала последние. Здесь о них говорит записавший, и они нигде не считаются: таблицы выше с мест не пишутся. Чтобы проверка считалась, её нужно внести в `access/seals.csv`, шаг – в `access/steps.csv`.',
    recorded: (moment: string) => `записано ${moment}`,
    see: 'запись целиком',
    more: (n: number) => `Показать ещё ${n}`,
  },
  fr: {
    title: 'Noté sur le terrain',
    help: 'Contrôles de scellés et étapes d’accès tels que quelqu’un les a saisis, les derniers d’abord. Ils sont dits ici par qui les a saisis et ne sont comptés nulle part : les tableaux ci-dessus ne s’écrivent pas du terrain. Pour compter, un contrôle doit entrer dans `access/seals.csv`, une étape dans `access/steps.csv`.',
    recorded: (moment: string) => `saisi le ${moment}`,
    see: 'la saisie entière',
    more: (n: number) => `En montrer ${n} de plus`,
  },
})
