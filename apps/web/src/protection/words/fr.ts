// What the protection check says in French.
import { plurals } from '../../plural.ts'
import type { ProtectionWords } from '../words.ts'

const n = plurals('fr')

export const fr: ProtectionWords = {
  title: 'Contrôle de protection',
  help: 'Avant d’agir dans une zone : contient-elle des hôpitaux, des écoles, des ouvrages d’eau ou d’autres biens protégés, ou une aide doit-elle y passer ? On ne peut demander que des jours entiers et des cases fixes ; il n’y a ni carte, ni liste, ni « près d’ici », car cela pourrait servir à viser. Chaque question est consignée avant la réponse, sous votre nom, et votre organisation peut le vérifier.',
  example: 'Un exemple : tous les sites et mouvements sont inventés, et rien de réel n’y est gardé.',
  absent: 'Le contrôle de protection ne fonctionne pas ici.',
  absentHelp:
    'C’est un programme à part, avec son dossier et sa clé : qui a ce serveur n’a pas les sites. Rien d’autre sur cette page n’en dépend. Qui le tient le démarre, puis ce serveur, par :',
  closed: 'Vous n’avez pas encore accès au contrôle de protection.',
  closedHelp:
    'Qui le tient y admet chaque personne à la main. Donnez-lui cette ligne : elle contient vos identifiants et rien de secret.',
  ask: 'Demander des cases et des jours',
  place: 'Autour d’un lieu de l’accord',
  elsewhere: 'ailleurs',
  area: (length) => `Zone : un geohash de ${length} caractères`,
  noArea: (length) => `Écrivez ${length} caractères : des chiffres et des minuscules autres que a, i, l et o.`,
  north: 'Nord',
  south: 'Sud',
  east: 'Est',
  west: 'Ouest',
  grid: (area) => `Les 32 cases de ${area} ; le nord est en haut, l’est à droite.`,
  noneChosen: (most) => `Choisissez les cases, ${most} au plus.`,
  chosen: 'Choisies :',
  firstDay: 'Premier jour',
  lastDay: 'Dernier jour',
  period: (first, last) =>
    `Jours de cette période : du ${first} au ${last} (UTC). Les réponses sont celles de son début et ne changent pas jusqu’à sa fin.`,
  budget: (today, year) =>
    `Nouvelles cases que votre organisation peut encore demander : ${today} aujourd’hui, ${year} cette année.`,
  costs: (cells) =>
    cells === 0
      ? 'Cela ne coûte rien : elles ont déjà été demandées dans cette période.'
      : n(cells, { one: 'Cela en prend # nouvelle.', other: 'Cela en prend # nouvelles.' }),
  askNow: 'Demander',
  answer: 'La réponse',
  answers: {
    'protected objects present': 'Des biens protégés sont présents',
    'humanitarian movement expected': 'Un mouvement humanitaire est attendu',
    'none known': 'Aucun connu.',
  },
  within: (within, cell) =>
    within === cell
      ? 'dans cette case.'
      : within === ''
        ? '– quelque part : ils sont trop peu nombreux pour dire où.'
        : `quelque part dans la case plus grande ${within} ; dans quelle partie n’est pas dit.`,
  mark: 'Marque',
  noPermission: 'Ce qui n’est ni inscrit ni vérifié est protégé aussi : « aucun connu » n’est pas une permission.',
  until: (day) => `Cela vaut jusqu’à la fin du ${day} (UTC).`,
  points: 'Un point exact',
  pointsHelp:
    'Pour évacuer, réparer ou épargner un site, une personne peut voir où il est, 24 heures au plus, une fois que son propriétaire et un garant d’une autre organisation y ont consenti. Chaque regard est consigné avant d’être donné.',
  noPoints: 'Personne n’attend de voir un point, et aucune demande n’attend votre accord.',
  yours: 'Demandé par vous :',
  theirs: (person) => `${person} demande à voir :`,
  owner: { yes: 'Le propriétaire a consenti.', no: 'Le propriétaire n’a pas encore consenti.' },
  guarantor: { yes: 'Un garant a consenti.', no: 'Aucun garant n’a encore consenti.' },
  consented: 'Vous avez consenti.',
  consent: 'Consentir',
  notYet: 'On peut le voir dans sa fenêtre, une fois que les deux ont consenti.',
  look: 'Me montrer le point maintenant',
  askPoint: 'Demander à voir un point',
  site: 'Identifiant du site, donné par son propriétaire',
  purpose: 'Pour quoi faire',
  from: 'De',
  to: 'À',
  askPointNow: 'Demander l’accord',
  pointAsked: 'Demandé. Le propriétaire et les garants le voient ici.',
  looks: 'Qui a vu un point que votre organisation a demandé, possède ou a accepté de montrer',
  lookedAt: 'Site',
  asked: 'Ce que votre organisation a demandé',
  nothingAsked: 'Personne de votre organisation n’a rien demandé. Ce qui est demandé ci-dessus figurera ici.',
  when: 'Quand',
  who: 'Qui',
  cells: 'Cases',
  days: 'Jours',
  refusals: (count) =>
    n(count, {
      one: '# question a été refusée ; elle est consignée aussi.',
      other: '# questions ont été refusées ; elles sont consignées aussi.',
    }),
}
