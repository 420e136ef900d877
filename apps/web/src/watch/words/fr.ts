// The words of the sanctions watch, in French.
import type { WatchWords } from './en.ts'

export const fr: WatchWords = {
  title: 'Veille des sanctions',
  help: 'Les récits de voyages de personnes sous sanctions, et ce que l’on a établi de la personne visée. Une correspondance n’est qu’éventuelle tant qu’un autre que celui qui l’a notée ne l’a pas confirmée. Rien en deçà n’est montré au public, dans aucun rapport, export ou avis.',
  list: 'La liste du Conseil de sécurité',
  listHelp: 'Prenez le XML de la liste récapitulative. Il est lu dans ce navigateur et n’est envoyé nulle part.',
  file: 'Fichier de la liste (XML)',
  listOf: (date, count) => `Liste du ${date}. Personnes et organisations inscrites : ${count}.`,
  listNone: 'Aucune liste n’a encore été prise : on ne cherche la personne visée qu’avec elle.',
  none: 'Aucun récit de tel voyage',
  noneHelp:
    'Un récit de violation d’une interdiction de voyager apparaît ici dès qu’il est au registre : pris dans la boîte de réception, ou noté sur le terrain.',
  how: { told: 'On le rapporte', denied: 'On le nie', not_confirmed: 'On a vérifié sans pouvoir le confirmer' },
  unnamed: 'personne n’est nommé',
  state: { possible: 'éventuel', confirmed: 'confirmé', refuted: 'réfuté' },
  reference: 'Numéro sur la liste',
  listDate: 'Date de la liste',
  grounds: 'Sur quoi repose la comparaison',
  said: (who, state) => `${who} : ${state}`,
  nobodyNoted: 'Personne n’a noté qu’une personne de la liste puisse être visée.',
  proposed: 'Peut être visé, d’après la liste',
  proposedNone: 'Personne sur la liste d’après les mots de ce récit.',
  proposedBy: (words) => `par les mots ${words}`,
  note: 'Noter que quelqu’un peut être visé',
  decide: 'Confirmer ou réfuter',
  found: 'Qu’a-t-on établi ?',
  of: 'Au nom de qui ?',
  reason: 'Pourquoi ? En mots ; la raison reste au registre.',
  twoHave:
    'Ce qui est confirmé peut devenir public et nomme une personne. C’est donc un autre que celui qui l’a noté qui confirme ; chacun peut réfuter, avec une raison.',
}
