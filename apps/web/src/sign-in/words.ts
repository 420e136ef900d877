// The words of the screens on which somebody comes in, in all languages.
import { chosen } from '../language.ts'

interface SignInWords {
  readonly title: string
  readonly lead: string
  readonly signIn: string
  readonly busy: string
  readonly noAccount: string
  readonly elsewhere: string
  readonly shortName: string
  readonly go: string
  readonly elsewhereRefused: string
  readonly cancelled: string
  readonly offline: string
  readonly invitation: string
  readonly hello: (name: string) => string
  readonly invited: (desk: string, roles: string) => string
  readonly howItWorks: string
  readonly makePasskey: string
  readonly spent: string
  readonly signInInstead: string
  readonly problem: Readonly<Record<string, string>>
}

export const signInWords = chosen<SignInWords>({
  en: {
    title: 'Sign in',
    lead: 'This server is used by several desks. Sign in to see yours.',
    signIn: 'Sign in with a passkey',
    busy: 'Waiting for your passkey…',
    noAccount: 'You come in by an invitation: open the link you were given.',
    elsewhere: 'Sign in through your organisation',
    shortName: 'Short name of your organisation here',
    go: 'Go there',
    elsewhereRefused: 'You were not let in that way. Sign in with your passkey, and link your account from your desk.',
    cancelled: 'No passkey was used. Try again when you have it at hand.',
    offline: 'The server cannot be reached.',
    invitation: 'Invitation',
    hello: (name) => `Welcome, ${name}`,
    invited: (desk, roles) => `You are invited to the desk “${desk}”, as ${roles}.`,
    howItWorks:
      'Your device makes a passkey, kept behind your fingerprint, face or code. There is no password, and the key does not leave your device.',
    makePasskey: 'Make a passkey and come in',
    spent:
      'This invitation does not open: it was used, withdrawn, or is older than a week. Ask whoever gave it to you.',
    signInInstead: 'Sign in instead',
    problem: {
      '401.1': 'You are signed out. Sign in again.',
      '401.2': 'This was not accepted. Begin again.',
      '403.1': 'This was not asked from the page of this server.',
      '403.3': 'This needs your passkey once more. Confirm with it, then do it within five minutes.',
      '404.9': 'There is nothing here under that name.',
      '429.1': 'This was tried too often. Wait a minute.',
    },
  },
  ar: {
    title: 'تسجيل الدخول',
    lead: 'تستخدم هذا الخادمَ عدةُ مكاتب. سجّل الدخول لترى مكتبك.',
    signIn: 'تسجيل الدخول بمفتاح مرور',
    busy: 'في انتظار مفتاح المرور…',
    noAccount: 'الدخول بدعوة: افتح الرابط الذي أُعطي لك.',
    elsewhere: 'الدخول عبر منظمتك',
    shortName: 'الاسم المختصر لمنظمتك هنا',
    go: 'انتقل إليها',
    elsewhereRefused: 'لم يُسمح بالدخول من هناك. سجّل الدخول بمفتاح المرور ثم اربط حسابك من مكتبك.',
    cancelled: 'لم يُستخدم أي مفتاح مرور. أعد المحاولة عندما يكون في متناولك.',
    offline: 'تعذّر الوصول إلى الخادم.',
    invitation: 'دعوة',
    hello: (name) => `أهلاً بك، ${name}`,
    invited: (desk, roles) => `أنت مدعو إلى مكتب «${desk}» بصفة: ${roles}.`,
    howItWorks: 'يصنع جهازك مفتاح مرور تحميه بصمتك أو وجهك أو رمزك. لا توجد كلمة مرور، ولا يغادر المفتاح جهازك.',
    makePasskey: 'اصنع مفتاح مرور وادخل',
    spent: 'هذه الدعوة لا تُفتح: استُخدمت أو سُحبت أو مضى عليها أكثر من أسبوع. راجع من أعطاك إياها.',
    signInInstead: 'تسجيل الدخول بدلاً من ذلك',
    problem: {
      '401.1': 'انتهت جلستك. سجّل الدخول من جديد.',
      '401.2': 'لم يُقبل هذا. ابدأ من جديد.',
      '403.1': 'لم يأتِ هذا الطلب من صفحة هذا الخادم.',
      '403.3': 'يحتاج هذا إلى مفتاح المرور مرة أخرى. أكّد به ثم نفّذ خلال خمس دقائق.',
      '404.9': 'لا يوجد شيء هنا بهذا الاسم.',
      '429.1': 'تكررت المحاولة كثيراً. انتظر دقيقة.',
    },
  },
  ru: {
    title: 'Вход',
    lead: 'Этим сервером пользуются несколько сторон. Войдите, чтобы увидеть своё рабочее место.',
    signIn: 'Войти с ключом доступа',
    busy: 'Ожидание ключа доступа…',
    noAccount: 'Войти можно по приглашению: откройте ссылку, которую вам дали.',
    elsewhere: 'Войти через вашу организацию',
    shortName: 'Краткое имя вашей организации здесь',
    go: 'Перейти',
    elsewhereRefused:
      'Этим путём войти не удалось. Войдите с ключом доступа и свяжите учётную запись на странице вашего стола.',
    cancelled: 'Ключ доступа не был использован. Повторите, когда он будет под рукой.',
    offline: 'Сервер недоступен.',
    invitation: 'Приглашение',
    hello: (name) => `Добро пожаловать, ${name}`,
    invited: (desk, roles) => `Вас приглашают за стол «${desk}». Роли: ${roles}.`,
    howItWorks:
      'Ваше устройство создаст ключ доступа, защищённый отпечатком пальца, лицом или кодом. Пароля нет, и ключ не покидает устройство.',
    makePasskey: 'Создать ключ доступа и войти',
    spent:
      'Это приглашение не открывается: оно использовано, отозвано или старше недели. Обратитесь к тому, кто его дал.',
    signInInstead: 'Перейти ко входу',
    problem: {
      '401.1': 'Вы вышли. Войдите снова.',
      '401.2': 'Не принято. Начните заново.',
      '403.1': 'Запрос пришёл не со страницы этого сервера.',
      '403.3': 'Для этого снова нужен ключ доступа. Подтвердите им и сделайте это в течение пяти минут.',
      '404.9': 'Под этим именем здесь ничего нет.',
      '429.1': 'Слишком много попыток. Подождите минуту.',
    },
  },
  fr: {
    title: 'Connexion',
    lead: 'Plusieurs bureaux utilisent ce serveur. Connectez-vous pour voir le vôtre.',
    signIn: 'Se connecter avec une clé d’accès',
    busy: 'En attente de votre clé d’accès…',
    noAccount: 'On entre sur invitation : ouvrez le lien qui vous a été remis.',
    elsewhere: 'Entrer par votre organisation',
    shortName: 'Nom court de votre organisation ici',
    go: 'Y aller',
    elsewhereRefused:
      'Cette voie ne vous a pas laissé entrer. Connectez-vous avec votre clé d’accès, puis liez votre compte depuis votre bureau.',
    cancelled: 'Aucune clé d’accès n’a été utilisée. Réessayez lorsque vous l’aurez sous la main.',
    offline: 'Le serveur est injoignable.',
    invitation: 'Invitation',
    hello: (name) => `Bienvenue, ${name}`,
    invited: (desk, roles) => `Vous êtes invité au bureau « ${desk} », avec pour rôle : ${roles}.`,
    howItWorks:
      'Votre appareil crée une clé d’accès, protégée par votre empreinte, votre visage ou votre code. Il n’y a pas de mot de passe, et la clé ne quitte pas votre appareil.',
    makePasskey: 'Créer une clé d’accès et entrer',
    spent:
      'Cette invitation ne s’ouvre pas : elle a servi, a été retirée ou date de plus d’une semaine. Adressez-vous à qui vous l’a remise.',
    signInInstead: 'Se connecter plutôt',
    problem: {
      '401.1': 'Vous êtes déconnecté. Connectez-vous de nouveau.',
      '401.2': 'Cela n’a pas été accepté. Recommencez.',
      '403.1': 'Cette demande ne vient pas de la page de ce serveur.',
      '403.3':
        'Votre clé d’accès est de nouveau nécessaire. Confirmez avec elle, puis faites-le dans les cinq minutes.',
      '404.9': 'Il n’y a rien ici sous ce nom.',
      '429.1': 'Trop d’essais. Attendez une minute.',
    },
  },
})
