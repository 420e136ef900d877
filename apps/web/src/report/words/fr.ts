// The words around a daily report in French.
import type { ReportWords } from './en.ts'

export const fr: ReportWords = {
  help: 'Ce que le registre établit, soir après soir. Chaque chiffre mène à ce sur quoi il repose.',
  day: 'Soirée du',
  earlier: 'Précédent',
  later: 'Suivant',
  number: (number, day) => `n° ${number} : ${day}`,
  files: 'À emporter',
  filesHelp:
    'Le même rapport en fichier. Ce que les bureaux gardent pour eux ne figure dans aucun de ceux que d’autres reçoivent.',
  madeKnown: 'Rendu public, avec le SHA-256 de chaque fichier',
  print: 'Imprimer cette page',
  follow: 'Suivre d’ailleurs',
  feed: 'Les rapports en flux',
  calendar: 'Les échéances en calendrier',
  alerts: 'La dernière alerte',
  none: 'Pas encore de rapport',
  noneHelp:
    'Le premier rapport est établi au premier arrêté de la première durée de l’accord. Choisissez ci-dessus un moment plus tardif, ou inscrivez ce qui l’a fait commencer.',
  lookUp: (n) => `Tous (${n}), pour s’y reporter`,
  forms: {
    md: 'Texte Markdown',
    html: 'Page web (HTML)',
    pdf: 'À imprimer (PDF)',
    docx: 'À modifier (DOCX)',
    json: 'Tout (JSON)',
    csv: 'Chiffres (CSV)',
    hxl: 'Chiffres avec balises HXL',
    geojson: 'Lieux approximatifs (GeoJSON)',
    cap: 'Dernière alerte (CAP)',
    ics: 'Échéances (iCalendar)',
    atom: 'Entrée de flux (Atom)',
    stix: 'Faits (STIX 2.1)',
    prov: 'D’où viennent les chiffres (PROV)',
  },
}
