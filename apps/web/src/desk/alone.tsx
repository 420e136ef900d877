// The desk where nobody signs in, because there is one person only: what it would be, and how several come to use the server.
import { chosen } from '../language.ts'
import { Ticked } from '../parts/ticked.tsx'

const text = chosen({
  en: {
    title: 'There are no desks here',
    text: 'This server is one person’s, who needs no account. Started with `truce serve FOLDER --people` it asks who is there: each desk then has its drafts, approvals and sessions on this screen. `truce people invite` lets the first person in.',
  },
  ar: {
    title: 'لا مكاتب هنا',
    text: 'هذا الخادم لشخص واحد لا يحتاج إلى حساب. إذا شُغّل بالأمر `truce serve FOLDER --people` سأل عمّن يستخدمه، فيكون لكل مكتب مسوداته وموافقاته وجلساته في هذه الشاشة. يُدخل الأمر `truce people invite` أول شخص.',
  },
  ru: {
    title: 'Здесь нет отделов',
    text: 'Этот сервер для одного человека, и учётная запись ему не нужна. Запущенный как `truce serve FOLDER --people`, он спрашивает, кто пришёл: тогда у каждого отдела на этом экране свои черновики, одобрения и сеансы. Первого человека впускает `truce people invite`.',
  },
  fr: {
    title: 'Il n’y a pas de bureaux ici',
    text: 'Ce serveur est celui d’une seule personne, qui n’a pas besoin de compte. Lancé par `truce serve FOLDER --people`, il demande qui est là : chaque bureau a alors sur cet écran ses brouillons, ses approbations et ses sessions. `truce people invite` fait entrer la première personne.',
  },
})

export function Alone() {
  return (
    <section className="panel">
      <h1>{text.title}</h1>
      <p>
        <Ticked text={text.text} />
      </p>
    </section>
  )
}
