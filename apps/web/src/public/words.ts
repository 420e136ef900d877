// The words of the public view in all four languages.
import { chosen } from '../language.ts'
import { plurals } from '../plural.ts'

const [en, ar, ru, fr] = [plurals('en'), plurals('ar'), plurals('ru'), plurals('fr')]

export const publicWords = chosen({
  en: {
    title: 'Public view',
    help: 'What is released: each clause with the verdict of the account that decides it, the outlets whose words it rests on, and for each of these entries a receipt that proves it stands in the record. Drafts, tables and documents of a desk are not here.',
    clauses: 'Clauses',
    decidedBy: (account: string) => `by the account “${account}”`,
    held: 'How this clause stands rests on what is not released.',
    versions: 'Versions of the text',
    versionsHelp:
      'Each was committed to before any of it was shown. Whoever has a version with parts left out, and its proof, can check that these are what was committed to: with `truce publication verify`, or where people sign in, under “Publication”.',
    withheld: (n: number) =>
      en(n, { one: '# passage of the agreement is not public', other: '# passages of the agreement are not public' }),
    withheldHelp:
      'Neither their words nor what is found of them are here. What waits for them is not judged here either.',
    opens: 'public from',
    noTime: 'no time is set',
    receipts: 'Receipts',
    receipt: (index: number, outlet: string) => `entry ${index}, ${outlet}`,
    check: 'Check it yourself',
    checkHelp:
      'Download a receipt and the page that verifies it. The page opens without a network, takes the key below, and says whether the receipt holds.',
    verify: 'Download the page that verifies',
    key: 'Key of the log',
    noLog: 'This record is not in a signed log yet, so there are no receipts. `truce ledger append` begins one.',
    documents: (n: number) => en(n, { one: '# document of an outlet', other: '# documents of outlets' }),
    document: 'Document',
    outlet: 'Outlet',
    published: 'Published',
    proof: 'Receipt',
    noDocuments: 'No document of an outlet is in the record yet.',
    print: 'Print',
    record: (size: number) => en(size, { one: 'from # entry of the record', other: 'from # entries of the record' }),
  },
  ar: {
    title: 'العرض العام',
    help: 'ما أُتيح للعموم: كل بند مع استنتاج الرواية التي تحسمه، ووسائل الإعلام التي يستند إلى ألفاظها، ولكل قيد منها إيصال يثبت وجوده في السجل. لا ترد هنا المسودات ولا الجداول ولا وثائق المكاتب.',
    clauses: 'البنود',
    decidedBy: (account: string) => `بحسب رواية «${account}»`,
    held: 'حال هذا البند تستند إلى ما ليس متاحا للعموم.',
    versions: 'نسخ النص',
    versionsHelp:
      'التُزم بكل منها قبل عرض أي شيء منها. من لديه نسخة حُجبت منها أجزاء ومعها برهانها يستطيع أن يتحقق من أن المحجوب هو ما التُزم به: بالأمر `truce publication verify`، أو تحت «النشر» حيث يسجَّل الدخول.',
    withheld: (n: number) =>
      ar(n, {
        one: 'فقرة واحدة من الاتفاق ليست علنية',
        two: 'فقرتان من الاتفاق ليستا علنيتين',
        few: '# فقرات من الاتفاق ليست علنية',
        other: '# فقرة من الاتفاق ليست علنية',
      }),
    withheldHelp: 'لا ترد هنا ألفاظها ولا ما يُستنتج بشأنها، ولا يُحكم هنا على ما ينتظرها.',
    opens: 'تصبح علنية في',
    noTime: 'لم يُحدد وقت',
    receipts: 'الإيصالات',
    receipt: (index: number, outlet: string) => `القيد ${index}، ${outlet}`,
    check: 'تحقق بنفسك',
    checkHelp: 'نزّل إيصالًا والصفحة التي تتحقق منه. تُفتح الصفحة بلا شبكة، وتأخذ المفتاح أدناه، وتقول هل يثبت الإيصال.',
    verify: 'تنزيل صفحة التحقق',
    key: 'مفتاح السجل',
    noLog: 'ليس هذا السجل بعدُ في سجل موقَّع، فلا إيصالات له. يبدؤه الأمر `truce ledger append`.',
    documents: (n: number) =>
      ar(n, {
        zero: 'لا وثائق لوسائل إعلام',
        one: 'وثيقة واحدة لوسيلة إعلام',
        two: 'وثيقتان لوسائل إعلام',
        few: '# وثائق لوسائل إعلام',
        many: '# وثيقة لوسائل إعلام',
        other: '# وثيقة لوسائل إعلام',
      }),
    document: 'الوثيقة',
    outlet: 'وسيلة الإعلام',
    published: 'النشر',
    proof: 'الإيصال',
    noDocuments: 'ليس في السجل بعدُ وثيقة لوسيلة إعلام.',
    print: 'اطبع',
    record: (size: number) =>
      ar(size, {
        one: 'من قيد واحد في السجل',
        two: 'من قيدين في السجل',
        few: 'من # قيود في السجل',
        many: 'من # قيدًا في السجل',
        other: 'من # قيد في السجل',
      }),
  },
  ru: {
    title: 'Открытая страница',
    help: 'То, что открыто для всех: каждое положение с выводом решающей версии, издания, на слова которых он опирается, и для каждой такой записи – квитанция, доказывающая, что она есть в реестре. Черновиков, таблиц и документов отделов здесь нет.',
    clauses: 'Положения',
    decidedBy: (account: string) => `по версии «${account}»`,
    held: 'Состояние этого положения опирается на то, что не открыто.',
    versions: 'Версии текста',
    versionsHelp:
      'Каждая закреплена до того, как из неё что-либо показали. У кого есть версия с пропусками и её доказательство, может проверить, что пропущенное — то самое, что закреплено: командой `truce publication verify` или, после входа, в разделе «Обнародование».',
    withheld: (n: number) =>
      ru(n, {
        one: '# отрывок договорённости не открыт',
        few: '# отрывка договорённости не открыты',
        other: '# отрывков договорённости не открыты',
      }),
    withheldHelp: 'Здесь нет ни их слов, ни того, что по ним установлено. То, что их ждёт, здесь тоже не оценивается.',
    opens: 'откроется',
    noTime: 'время не назначено',
    receipts: 'Квитанции',
    receipt: (index: number, outlet: string) => `запись ${index}, ${outlet}`,
    check: 'Проверьте сами',
    checkHelp:
      'Скачайте квитанцию и страницу для её проверки. Страница открывается без сети, принимает ключ ниже и говорит, верна ли квитанция.',
    verify: 'Скачать страницу для проверки',
    key: 'Ключ журнала',
    noLog:
      'Этот реестр ещё не ведётся в подписанном журнале, поэтому квитанций нет. Его начинает `truce ledger append`.',
    documents: (n: number) =>
      ru(n, {
        one: '# документ изданий',
        few: '# документа изданий',
        many: '# документов изданий',
        other: '# документа изданий',
      }),
    document: 'Документ',
    outlet: 'Издание',
    published: 'Опубликовано',
    proof: 'Квитанция',
    noDocuments: 'В реестре ещё нет документов изданий.',
    print: 'Печать',
    record: (size: number) => ru(size, { one: 'по # записи реестра', other: 'по # записям реестра' }),
  },
  fr: {
    title: 'Page publique',
    help: 'Ce qui est rendu public : chaque clause avec la conclusion de la version qui la tranche, les médias dont les mots la fondent et, pour chacune de ces entrées, un reçu qui prouve sa présence dans le registre. Ni brouillons, ni tableaux, ni documents de bureau ne figurent ici.',
    clauses: 'Les clauses',
    decidedBy: (account: string) => `selon la version « ${account} »`,
    held: 'L’état de cette clause repose sur ce qui n’est pas public.',
    versions: 'Versions du texte',
    versionsHelp:
      'Chacune a été engagée avant que rien n’en soit montré. Qui a une version avec des parties omises, et sa preuve, peut vérifier que ce sont celles qui ont été engagées : par `truce publication verify` ou, une fois connecté, sous « Publication ».',
    withheld: (n: number) =>
      fr(n, {
        one: '# passage de l’accord n’est pas public',
        other: '# passages de l’accord ne sont pas publics',
      }),
    withheldHelp: 'Ni leurs mots ni ce qui en est constaté ne sont ici. Ce qui en dépend n’y est pas jugé non plus.',
    opens: 'public à partir de',
    noTime: 'aucune date n’est fixée',
    receipts: 'Reçus',
    receipt: (index: number, outlet: string) => `entrée ${index}, ${outlet}`,
    check: 'Vérifiez vous-même',
    checkHelp:
      'Téléchargez un reçu et la page qui le vérifie. La page s’ouvre sans réseau, prend la clé ci-dessous et dit si le reçu tient.',
    verify: 'Télécharger la page de vérification',
    key: 'Clé du journal',
    noLog:
      'Ce registre n’est pas encore dans un journal signé : il n’y a pas de reçus. `truce ledger append` en commence un.',
    documents: (n: number) => fr(n, { one: '# document de médias', other: '# documents de médias' }),
    document: 'Document',
    outlet: 'Média',
    published: 'Publié',
    proof: 'Reçu',
    noDocuments: 'Le registre ne contient encore aucun document de média.',
    print: 'Imprimer',
    record: (size: number) => fr(size, { one: 'd’après # entrée du registre', other: 'd’après # entrées du registre' }),
  },
})
