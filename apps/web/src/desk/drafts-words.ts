// The words about drafts, in all languages.
import { isolate } from '../bidi.ts'
import { chosen } from '../language.ts'

interface DraftsWords {
  readonly title: string
  readonly help: string
  readonly empty: string
  readonly emptyToRead: string
  readonly somebody: string
  readonly changed: (name: string, date: string, version: number) => string
  readonly begin: string
  readonly open: string
  readonly openOf: (title: string) => string
  readonly remove: string
  readonly removeOf: (title: string) => string
  readonly removed: string
  readonly undo: string
  readonly text: string
  readonly state: Readonly<Record<'kept' | 'writing' | 'conflict' | 'gone' | 'refused', string>>
  readonly theirs: (date: string) => string
  readonly keepMine: string
  readonly takeTheirs: string
  readonly record: string
  readonly close: string
}

export const draftsWords = chosen<DraftsWords>({
  en: {
    title: 'Drafts',
    help: 'Seen by your desk alone. Nothing in a draft is in the record.',
    empty:
      'There is none yet. Write down what you have heard but cannot say yet; colleagues can go on with it, and from here it goes to the form.',
    emptyToRead: 'There is none yet. Recorders and reviewers of your desk write them.',
    somebody: 'somebody who has left',
    changed: (name, date, version) => `by ${name}, changed ${date}, version ${version}`,
    begin: 'New draft',
    open: 'Open',
    openOf: (title) => `Open: ${title}`,
    remove: 'Delete',
    removeOf: (title) => `Delete: ${title}`,
    removed: 'Deleted.',
    undo: 'Undo',
    text: 'Draft',
    state: {
      kept: 'Kept.',
      writing: 'Keeping…',
      conflict: 'Somebody else changed this draft. Nothing is lost: choose.',
      gone: 'Somebody deleted this draft. What you write next becomes a new one.',
      refused: 'Not kept. It is tried again when you go on writing.',
    },
    theirs: (date) => `Theirs, ${date}:`,
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
    record: 'To the form',
    close: 'Close',
  },
  ar: {
    title: 'المسودات',
    help: 'يراها مكتبك وحده. لا شيء مما في المسودة يدخل السجل.',
    empty: 'لا توجد مسودات بعد. دوّن ما سمعته ولا تستطيع قوله بعد؛ يستطيع زملاؤك المتابعة، ومن هنا تنتقل إلى الاستمارة.',
    emptyToRead: 'لا توجد مسودات بعد. يكتبها المسجّلون والمراجعون في مكتبك.',
    somebody: 'شخص غادر',
    changed: (name, date, version) => `بقلم ${isolate(name)}، عُدّلت ${isolate(date)}، النسخة ${version}`,
    begin: 'مسودة جديدة',
    open: 'فتح',
    openOf: (title) => `فتح: ${isolate(title)}`,
    remove: 'حذف',
    removeOf: (title) => `حذف: ${isolate(title)}`,
    removed: 'حُذفت.',
    undo: 'تراجع',
    text: 'المسودة',
    state: {
      kept: 'محفوظة.',
      writing: 'يجري الحفظ…',
      conflict: 'عدّل شخص آخر هذه المسودة. لم يضع شيء: اختر.',
      gone: 'حذف شخص هذه المسودة. ما تكتبه الآن يصبح مسودة جديدة.',
      refused: 'لم تُحفظ. تُعاد المحاولة عندما تتابع الكتابة.',
    },
    theirs: (date) => `نصّهم، ${isolate(date)}:`,
    keepMine: 'أبقِ نصّي',
    takeTheirs: 'خذ نصّهم',
    record: 'إلى الاستمارة',
    close: 'إغلاق',
  },
  ru: {
    title: 'Черновики',
    help: 'Их видит только ваш стол. Ничего из черновика в записи нет.',
    empty:
      'Пока нет ни одного. Запишите то, что слышали, но ещё не можете сказать; коллеги продолжат, а отсюда текст переходит в форму.',
    emptyToRead: 'Пока нет ни одного. Их пишут записывающие и проверяющие вашего стола.',
    somebody: 'кто-то, кого здесь больше нет',
    changed: (name, date, version) => `автор: ${name}, изменён ${date}, версия ${version}`,
    begin: 'Новый черновик',
    open: 'Открыть',
    openOf: (title) => `Открыть: ${title}`,
    remove: 'Удалить',
    removeOf: (title) => `Удалить: ${title}`,
    removed: 'Удалено.',
    undo: 'Вернуть',
    text: 'Черновик',
    state: {
      kept: 'Сохранено.',
      writing: 'Сохранение…',
      conflict: 'Кто-то изменил этот черновик. Ничего не потеряно: выберите.',
      gone: 'Кто-то удалил этот черновик. Дальнейший текст станет новым.',
      refused: 'Не сохранено. Попытка повторится, когда вы продолжите писать.',
    },
    theirs: (date) => `Другой текст, ${date}:`,
    keepMine: 'Оставить мой',
    takeTheirs: 'Взять другой',
    record: 'В форму',
    close: 'Закрыть',
  },
  fr: {
    title: 'Brouillons',
    help: 'Visibles par votre bureau seul. Rien de ce qu’un brouillon contient n’est au registre.',
    empty:
      'Il n’y en a pas encore. Notez ce que vous avez entendu sans pouvoir encore le dire ; vos collègues peuvent continuer, et d’ici le texte passe au formulaire.',
    emptyToRead: 'Il n’y en a pas encore. Les personnes chargées d’enregistrer et de vérifier les écrivent.',
    somebody: 'quelqu’un qui est parti',
    changed: (name, date, version) => `par ${name}, modifié ${date}, version ${version}`,
    begin: 'Nouveau brouillon',
    open: 'Ouvrir',
    openOf: (title) => `Ouvrir : ${title}`,
    remove: 'Supprimer',
    removeOf: (title) => `Supprimer : ${title}`,
    removed: 'Supprimé.',
    undo: 'Annuler',
    text: 'Brouillon',
    state: {
      kept: 'Conservé.',
      writing: 'Enregistrement…',
      conflict: 'Quelqu’un d’autre a modifié ce brouillon. Rien n’est perdu : choisissez.',
      gone: 'Quelqu’un a supprimé ce brouillon. La suite deviendra un nouveau brouillon.',
      refused: 'Non conservé. Nouvel essai dès que vous continuez à écrire.',
    },
    theirs: (date) => `L’autre texte, ${date} :`,
    keepMine: 'Garder le mien',
    takeTheirs: 'Prendre l’autre',
    record: 'Vers le formulaire',
    close: 'Fermer',
  },
})
