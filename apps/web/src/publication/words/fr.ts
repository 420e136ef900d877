// The words of the screen of publication, in French.
import { codes, plurals } from '../../plural.ts'
import type { PublicationWords } from './en.ts'

const counted = plurals('fr')

export const fr: PublicationWords = {
  title: 'Publication',
  help: 'Ce qui est confidentiel dans le texte et ce qui est public : à qui quoi est montré et depuis quand, qui a publié quelle version, ce qui a fuité, et comment chacun peut vérifier ce qui est retenu.',
  course: 'Parcours du texte',
  nothing:
    'Rien n’avait été engagé, publié, approuvé ni divulgué à ce moment. Un texte s’engage par `truce publication commit` ; la suite s’inscrit ci-dessous.',
  ownAlone:
    'Les versions, approbations et fuites ne sont notées que pour le texte propre du dossier ; la suite porte sur les clauses de celui-ci.',
  made: 'L’accord a été conclu.',
  committed: (version, who) => `${version} : texte engagé avant toute communication par ${who}`,
  published: (version, who) => `${version} : publiée par ${who}`,
  without: (names) => `sans ${names}`,
  outside: 'que l’accord ne nomme pas',
  leaked: (what) => `${what} : fuite`,
  leakedBy: (who) => `par ${who}, dit-on`,
  leakUnsaid: 'par qui, cela n’est pas dit',
  leakHelp:
    'Une fuite n’est pas une publication : ce qui a fuité peut être cité, et ce qui est montré à chacun reste tel quel.',
  endorsed: (body, reference) => `approuvé par ${body} : ${reference}`,
  ofVersion: (version) => `version ${version}`,
  entry: (n) => `entrée ${n}`,
  versions: 'Les versions et qui les a publiées',
  noVersions: 'Aucune version n’a encore de nom.',
  version: 'Version',
  root: 'Engagée comme',
  noRoot: 'non engagée avant d’être montrée',
  publishedBy: 'Publiée par',
  nobody: 'personne encore',
  compared: 'Côte à côte',
  is: codes({
    same: 'identiques à l’octet',
    shows_less: 'la première retient davantage',
    shows_more: 'la première montre davantage',
    differs: 'elles diffèrent',
  }),
  beside: (one, other, is) => `${one} et ${other} : ${is}`,
  levels: 'À qui quoi est montré',
  allPublic: 'Tout est public : personne n’a fixé autre chose.',
  rest: (n) =>
    counted(n, {
      one: '# autre clause est publique, car personne n’a fixé autre chose.',
      other: '# autres clauses sont publiques, car personne n’a fixé autre chose.',
    }),
  levelNames: codes({
    team: 'ceux qui décident',
    monitors: 'les observateurs et les précédents',
    co_chairs: 'les coprésidents et les précédents',
    parties: 'les parties et les précédents',
    council: 'le conseil et les précédents',
    public: 'tout le monde',
  }),
  clause: 'Clause',
  shownTo: 'Montrée à',
  setBy: 'Fixé par',
  then: 'Ensuite',
  opens: (level) => `${level}, à partir de`,
  stays: 'publiée, et reste publique',
  heldWith: (clause) => `comme ${clause}, qui lit les mêmes mots`,
  untold: 'on ne dit à personne d’autre qu’elle est là',
  nobodySet: 'personne : ainsi dès le début',
  notShown: (n) =>
    counted(n, {
      one: '# passage du texte ne vous est pas montré.',
      other: '# passages du texte ne vous sont pas montrés.',
    }),
  hidden: (level) => `un passage pour ${level}`,
  until: 's’ouvre à vous',
  undecided: (n) =>
    counted(n, {
      one: '# clause ne peut être jugée ici, car elle attend ce qui ne vous est pas montré.',
      other: '# clauses ne peuvent être jugées ici, car elles attendent ce qui ne vous est pas montré.',
    }),
  proposed: 'Dit par certains, en attente des autres',
  proposedLine: (who, what, level) => `${who} : ${what} pour ${level}`,
  waits: (who) => `attend ${who}`,
  said: 'Ce qui en a été dit',
  noSaid: 'Aucun rapport du registre ne parle de publier le texte.',
  withoutEffect: 'Inscrit, et sans effet',
  check: 'Vérifiez vous-même',
  checkHelp:
    'Prenez une version telle que publiée et sa preuve, le fichier qui finit par `.proof.json`. Avec le reçu de l’entrée qui l’a engagée et la clé du journal, sa place au registre est vérifiée aussi. Rien ne quitte ce navigateur.',
  document: 'La version telle que publiée',
  proof: 'Sa preuve',
  receipt: 'Le reçu de l’engagement (facultatif)',
  key: 'La clé du journal (avec un reçu)',
  holds: 'Cela tient : c’est le texte qui a été engagé.',
  fails: 'Cela ne tient pas.',
  shows: (n) => counted(n, { one: '# section est montrée, à l’octet.', other: '# sections sont montrées, à l’octet.' }),
  withholds: (n) =>
    n === 0
      ? 'Rien n’est retenu.'
      : counted(n, { one: '# section est retenue à sa place :', other: '# sections sont retenues à leur place :' }),
  silent: (n) =>
    n === 0
      ? 'Chaque section a sa place.'
      : counted(n, {
          one: '# feuille ne dit rien : une section, ou rien.',
          other: '# feuilles ne disent rien : des sections, ou rien.',
        }),
  knownRoot: (version) => `Sa racine est celle que le registre a pour ${version}.`,
  unknownRoot: 'Sa racine n’est pas dans ce registre : elle a été engagée ailleurs, ou pas du tout.',
  inRecord: (entry, origin) => `Le reçu la prouve comme entrée ${entry} de ${origin}.`,
  goOn: 'Écrire au procès-verbal',
  what: 'Quoi ?',
  kinds: {
    disclose: 'à qui quelque chose est montré',
    'publish-version': 'une version a été publiée',
    endorse: 'l’accord a été approuvé',
    leak: 'un texte a fuité',
  },
  of: 'Au nom de qui ?',
  joint: (who) => `Cela vaut une fois que ${who} ont dit la même chose, chacun pour soi.`,
  about: 'Qu’est-ce qui est montré ?',
  article: (heading) => `tout « ${heading} »`,
  level: 'À qui ?',
  embargo: 'Embargo jusqu’à (si vide : aucun)',
  told: 'On dit aux autres que quelque chose est là',
  why: 'Pourquoi ?',
  lang: 'Langue (en, ar, ru, fr …)',
  date: 'Quel jour ?',
  file: 'Le fichier tel que publié',
  fileHelp: 'Son SHA-256 est inscrit ; le fichier reste ici.',
  withheld: 'Ce qu’elle omet : identifiants de clauses ou titres, séparés par des virgules',
  body: 'Qui l’a approuvé ?',
  reference: 'Sous quel numéro ?',
  leakOf: 'Qu’est-ce qui a fuité ?',
  leakBy: 'Par qui, si c’est dit',
  leakDoc: 'Le document au registre, s’il y en a un',
}
