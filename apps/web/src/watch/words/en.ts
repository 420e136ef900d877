// The words of the sanctions watch, in English.
export const en = {
  title: 'Sanctions watch',
  help: 'Reports that somebody under sanctions travelled, and what was found out about who was meant. A match is possible and no more until another than whoever noted it confirms it. Nothing below that is shown to the public, in no report, export or notice.',
  list: 'The list of the Security Council',
  listHelp: 'Take the XML of the consolidated list. It is read in this browser and sent nowhere.',
  file: 'File of the list (XML)',
  listOf: (date: string, count: string) => `List of ${date}. People and organisations on it: ${count}.`,
  listNone: 'No list was taken yet: whoever may be meant is found once there is one.',
  none: 'No report tells of such travel',
  noneHelp:
    'A report of a breach of a travel ban stands here as soon as it is in the record: taken in by the inbox, or written down in the field.',
  how: { told: 'It is told', denied: 'It is denied', not_confirmed: 'Looked, and could not confirm it' },
  unnamed: 'nobody named',
  state: { possible: 'possible', confirmed: 'confirmed', refuted: 'refuted' },
  reference: 'Number on the list',
  listDate: 'Date of the list',
  grounds: 'What the comparison rests on',
  said: (who: string, state: string) => `${who}: ${state}`,
  nobodyNoted: 'Nobody has noted that a listed person may be meant.',
  proposed: 'May be meant, by the list',
  proposedNone: 'Nobody on the list by the words of this report.',
  proposedBy: (words: string) => `by the words ${words}`,
  note: 'Note that somebody may be meant',
  decide: 'Confirm or refute it',
  found: 'What was found?',
  of: 'In whose name?',
  reason: 'Why? In words; it is kept in the record.',
  twoHave:
    'What is confirmed can become public and names a person. So another than whoever noted it confirms it; anybody can refute it, with a reason.',
}

export type WatchWords = typeof en
