// The words of the screen on one's desk, in all languages.
import { chosen } from '../language.ts'

interface DeskWords {
  readonly title: string
  readonly signedIn: (name: string, desk: string, roles: string) => string
  readonly switch: string
  readonly goTo: (desk: string) => string
  readonly signOut: string
  readonly confirm: string
  readonly sessions: string
  readonly sessionsHelp: string
  readonly thisOne: string
  readonly session: (device: string) => string
  readonly unknownDevice: string
  readonly sessionSpan: (desk: string, since: string, seen: string) => string
  readonly end: string
  readonly endOf: (device: string) => string
  readonly passkeys: string
  readonly passkeysHelp: string
  readonly passkeyUsed: (made: string, used: string) => string
  readonly bound: string
  readonly copied: string
  readonly addPasskey: string
  readonly passkeyName: string
  readonly remove: string
  readonly removeOf: (name: string) => string
  readonly onlyOne: string
  readonly people: string
  readonly of: (organisation: string, roles: string) => string
  readonly sendAway: string
  readonly sendAwayOf: (name: string) => string
  readonly sure: (name: string) => string
  readonly yes: string
  readonly no: string
  readonly changeRoles: string
  readonly rolesOf: (name: string) => string
  readonly saveRoles: string
  readonly rolesEndTheirs: string
  readonly rolesEndYours: string
  readonly providers: string
  readonly providersHelp: string
  readonly linkedSince: (date: string) => string
  readonly linkProvider: string
  readonly unlinkProvider: string
  readonly invite: string
  readonly inviteHelp: string
  readonly name: string
  readonly roles: string
  readonly makeLink: string
  readonly link: (name: string) => string
  readonly linkHelp: string
  readonly open: string
  readonly until: (roles: string, date: string) => string
  readonly withdraw: string
  readonly withdrawOf: (name: string) => string
  readonly done: string
}

export const deskWords = chosen<DeskWords>({
  en: {
    title: 'Your desk',
    signedIn: (name, desk, roles) => `${name}, at the desk “${desk}”: ${roles}.`,
    switch: 'You also sit at other desks. What is open at one is not open at another.',
    goTo: (desk) => `Go to the desk “${desk}”`,
    signOut: 'Sign out',
    confirm: 'Confirm with your passkey',
    sessions: 'Where you are signed in',
    sessionsHelp: 'A session ends after an hour without use and after twelve hours in any case.',
    thisOne: 'this browser',
    session: (device) => device,
    unknownDevice: 'A device',
    sessionSpan: (desk, since, seen) => `at the desk “${desk}” since ${since}, last used ${seen}`,
    end: 'End',
    endOf: (device) => `End the session: ${device}`,
    passkeys: 'Your passkeys',
    passkeysHelp: 'Have two, on different devices: whoever loses the only one needs a new invitation.',
    passkeyUsed: (made, used) => `made ${made}, last used ${used}`,
    bound: 'stays on its device',
    copied: 'may be copied to other devices of yours',
    addPasskey: 'Add a passkey',
    passkeyName: 'Name of the new passkey',
    remove: 'Remove',
    removeOf: (name) => `Remove the passkey: ${name}`,
    onlyOne: 'This is your only one.',
    people: 'People at this desk',
    of: (organisation, roles) => `${organisation}: ${roles}`,
    sendAway: 'Send away',
    sendAwayOf: (name) => `Send away ${name}`,
    sure: (name) => `${name} loses this desk, and every session of theirs ends. Is that right?`,
    yes: 'Yes, send away',
    no: 'No',
    changeRoles: 'Roles',
    rolesOf: (name) => `Roles of ${name}`,
    saveRoles: 'Save the roles',
    rolesEndTheirs: 'Every session of theirs ends; they sign in again.',
    rolesEndYours: 'Every session of yours ends, this one too.',
    providers: 'Sign-in of your organisation',
    providersHelp:
      'Once you are known to it you can sign in here through it. What matters most still takes your passkey.',
    linkedSince: (date) => `known since ${date}`,
    linkProvider: 'Make me known to it',
    unlinkProvider: 'No longer',
    invite: 'Invite somebody of your organisation',
    inviteHelp: 'Organisations that are not here yet are let in by whoever runs the server.',
    name: 'Name',
    roles: 'May do here',
    makeLink: 'Make an invitation',
    link: (name) => `The invitation of ${name}`,
    linkHelp: 'Hand it to them alone. It is shown this once, opens once, and for a week.',
    open: 'Open invitations',
    until: (roles, date) => `${roles}; until ${date}`,
    withdraw: 'Withdraw',
    withdrawOf: (name) => `Withdraw the invitation of ${name}`,
    done: 'Done.',
  },
  ar: {
    title: 'مكتبك',
    signedIn: (name, desk, roles) => `${name}، في مكتب «${desk}»: ${roles}.`,
    switch: 'لك مقعد في مكاتب أخرى أيضاً. ما يُفتح في مكتب لا يُفتح في غيره.',
    goTo: (desk) => `الانتقال إلى مكتب «${desk}»`,
    signOut: 'تسجيل الخروج',
    confirm: 'أكّد بمفتاح المرور',
    sessions: 'أين سجّلت الدخول',
    sessionsHelp: 'تنتهي الجلسة بعد ساعة دون استخدام، وبعد اثنتي عشرة ساعة على أي حال.',
    thisOne: 'هذا المتصفح',
    session: (device) => device,
    unknownDevice: 'جهاز',
    sessionSpan: (desk, since, seen) => `في مكتب «${desk}» منذ ${since}، آخر استخدام ${seen}`,
    end: 'إنهاء',
    endOf: (device) => `إنهاء الجلسة: ${device}`,
    passkeys: 'مفاتيح المرور',
    passkeysHelp: 'احتفظ باثنين على جهازين مختلفين: من يفقد مفتاحه الوحيد يحتاج إلى دعوة جديدة.',
    passkeyUsed: (made, used) => `صُنع في ${made}، آخر استخدام ${used}`,
    bound: 'يبقى على جهازه',
    copied: 'قد يُنسخ إلى أجهزتك الأخرى',
    addPasskey: 'إضافة مفتاح مرور',
    passkeyName: 'اسم المفتاح الجديد',
    remove: 'إزالة',
    removeOf: (name) => `إزالة مفتاح المرور: ${name}`,
    onlyOne: 'هذا مفتاحك الوحيد.',
    people: 'العاملون في هذا المكتب',
    of: (organisation, roles) => `${organisation}: ${roles}`,
    sendAway: 'إنهاء العضوية',
    sendAwayOf: (name) => `إنهاء عضوية ${name}`,
    sure: (name) => `يفقد ${name} هذا المكتب وتنتهي جميع جلساته. هل هذا صحيح؟`,
    yes: 'نعم، إنهاء العضوية',
    no: 'لا',
    changeRoles: 'الأدوار',
    rolesOf: (name) => `أدوار ${name}`,
    saveRoles: 'حفظ الأدوار',
    rolesEndTheirs: 'تنتهي جميع جلساته ويسجّل الدخول من جديد.',
    rolesEndYours: 'تنتهي جميع جلساتك، وهذه منها.',
    providers: 'تسجيل الدخول عبر منظمتك',
    providersHelp: 'متى عرفتك منظمتك أمكنك الدخول هنا عبرها. أما الأهم فيبقى بمفتاح المرور.',
    linkedSince: (date) => `معروف منذ ${date}`,
    linkProvider: 'عرّفني لديها',
    unlinkProvider: 'إلغاء التعريف',
    invite: 'دعوة شخص من منظمتك',
    inviteHelp: 'المنظمات التي ليست هنا بعد يُدخلها من يدير الخادم.',
    name: 'الاسم',
    roles: 'ما يُسمح له به هنا',
    makeLink: 'إنشاء دعوة',
    link: (name) => `دعوة ${name}`,
    linkHelp: 'سلّمها له وحده. تظهر هذه المرة فقط، وتُفتح مرة واحدة خلال أسبوع.',
    open: 'دعوات مفتوحة',
    until: (roles, date) => `${roles}؛ حتى ${date}`,
    withdraw: 'سحب',
    withdrawOf: (name) => `سحب دعوة ${name}`,
    done: 'تم.',
  },
  ru: {
    title: 'Ваш стол',
    signedIn: (name, desk, roles) => `${name}, за столом «${desk}»: ${roles}.`,
    switch: 'У вас есть место и за другими столами. Что открыто за одним, за другим не открыто.',
    goTo: (desk) => `Перейти за стол «${desk}»`,
    signOut: 'Выйти',
    confirm: 'Подтвердить ключом доступа',
    sessions: 'Где вы вошли',
    sessionsHelp: 'Сеанс заканчивается через час без использования и в любом случае через двенадцать часов.',
    thisOne: 'этот браузер',
    session: (device) => device,
    unknownDevice: 'Устройство',
    sessionSpan: (desk, since, seen) => `за столом «${desk}» с ${since}, последнее использование ${seen}`,
    end: 'Завершить',
    endOf: (device) => `Завершить сеанс: ${device}`,
    passkeys: 'Ваши ключи доступа',
    passkeysHelp: 'Имейте два на разных устройствах: потерявшему единственный нужно новое приглашение.',
    passkeyUsed: (made, used) => `создан ${made}, последнее использование ${used}`,
    bound: 'остаётся на своём устройстве',
    copied: 'может копироваться на другие ваши устройства',
    addPasskey: 'Добавить ключ доступа',
    passkeyName: 'Название нового ключа',
    remove: 'Удалить',
    removeOf: (name) => `Удалить ключ доступа: ${name}`,
    onlyOne: 'Это ваш единственный ключ.',
    people: 'Люди за этим столом',
    of: (organisation, roles) => `${organisation}: ${roles}`,
    sendAway: 'Исключить',
    sendAwayOf: (name) => `Исключить: ${name}`,
    sure: (name) => `${name} потеряет место за этим столом, все сеансы этого человека закончатся. Верно?`,
    yes: 'Да, исключить',
    no: 'Нет',
    changeRoles: 'Роли',
    rolesOf: (name) => `Роли: ${name}`,
    saveRoles: 'Сохранить роли',
    rolesEndTheirs: 'Все сеансы этого человека закончатся, нужно будет войти снова.',
    rolesEndYours: 'Все ваши сеансы закончатся, и этот тоже.',
    providers: 'Вход вашей организации',
    providersHelp:
      'Когда она вас знает, вы можете входить сюда через неё. Самое важное по-прежнему требует ключа доступа.',
    linkedSince: (date) => `связано с ${date}`,
    linkProvider: 'Связать с моей учётной записью',
    unlinkProvider: 'Отвязать',
    invite: 'Пригласить человека из вашей организации',
    inviteHelp: 'Организации, которых здесь ещё нет, допускает тот, кто управляет сервером.',
    name: 'Имя',
    roles: 'Что разрешено',
    makeLink: 'Создать приглашение',
    link: (name) => `Приглашение для: ${name}`,
    linkHelp: 'Передайте его только этому человеку. Оно показано один раз, открывается один раз и действует неделю.',
    open: 'Открытые приглашения',
    until: (roles, date) => `${roles}; до ${date}`,
    withdraw: 'Отозвать',
    withdrawOf: (name) => `Отозвать приглашение: ${name}`,
    done: 'Готово.',
  },
  fr: {
    title: 'Votre bureau',
    signedIn: (name, desk, roles) => `${name}, au bureau « ${desk} » : ${roles}.`,
    switch: 'Vous siégez aussi à d’autres bureaux. Ce qui est ouvert à l’un ne l’est pas à l’autre.',
    goTo: (desk) => `Aller au bureau « ${desk} »`,
    signOut: 'Se déconnecter',
    confirm: 'Confirmer avec votre clé d’accès',
    sessions: 'Où vous êtes connecté',
    sessionsHelp: 'Une session prend fin après une heure sans usage et, dans tous les cas, après douze heures.',
    thisOne: 'ce navigateur',
    session: (device) => device,
    unknownDevice: 'Un appareil',
    sessionSpan: (desk, since, seen) => `au bureau « ${desk} » depuis ${since}, dernier usage ${seen}`,
    end: 'Mettre fin',
    endOf: (device) => `Mettre fin à la session : ${device}`,
    passkeys: 'Vos clés d’accès',
    passkeysHelp: 'Ayez-en deux, sur des appareils différents : qui perd la seule a besoin d’une nouvelle invitation.',
    passkeyUsed: (made, used) => `créée ${made}, dernier usage ${used}`,
    bound: 'reste sur son appareil',
    copied: 'peut être copiée sur vos autres appareils',
    addPasskey: 'Ajouter une clé d’accès',
    passkeyName: 'Nom de la nouvelle clé',
    remove: 'Retirer',
    removeOf: (name) => `Retirer la clé d’accès : ${name}`,
    onlyOne: 'C’est votre seule clé.',
    people: 'Les personnes de ce bureau',
    of: (organisation, roles) => `${organisation} : ${roles}`,
    sendAway: 'Retirer du bureau',
    sendAwayOf: (name) => `Retirer du bureau : ${name}`,
    sure: (name) => `${name} perd sa place à ce bureau et toutes ses sessions prennent fin. Est-ce bien cela ?`,
    yes: 'Oui, retirer',
    no: 'Non',
    changeRoles: 'Rôles',
    rolesOf: (name) => `Rôles de ${name}`,
    saveRoles: 'Enregistrer les rôles',
    rolesEndTheirs: 'Toutes ses sessions prennent fin ; il faudra se reconnecter.',
    rolesEndYours: 'Toutes vos sessions prennent fin, celle-ci aussi.',
    providers: 'Connexion de votre organisation',
    providersHelp:
      'Une fois connu d’elle, vous pouvez entrer ici par elle. L’essentiel demande toujours votre clé d’accès.',
    linkedSince: (date) => `lié depuis le ${date}`,
    linkProvider: 'Me faire connaître d’elle',
    unlinkProvider: 'Ne plus l’être',
    invite: 'Inviter une personne de votre organisation',
    inviteHelp: 'Les organisations qui ne sont pas encore là sont admises par qui gère le serveur.',
    name: 'Nom',
    roles: 'Peut faire ici',
    makeLink: 'Créer une invitation',
    link: (name) => `L’invitation de ${name}`,
    linkHelp:
      'Remettez-la à cette personne seule. Elle n’est montrée qu’une fois, s’ouvre une fois, pendant une semaine.',
    open: 'Invitations ouvertes',
    until: (roles, date) => `${roles} ; jusqu’au ${date}`,
    withdraw: 'Retirer',
    withdrawOf: (name) => `Retirer l’invitation de ${name}`,
    done: 'C’est fait.',
  },
})
