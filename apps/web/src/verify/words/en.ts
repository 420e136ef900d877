// The words of the page that verifies receipts in English.
import { en as claim } from '../../claim-words/en.ts'
import { codes } from '../../plural.ts'

export const en = {
  language: 'Language',
  reasons: 'Reasons are given in English in every language.',
  title: 'Does this receipt hold?',
  intro:
    'A receipt shows that an entry is in a log that its keeper can no longer change unseen. Everything is checked here, in this page: no file leaves it, and it needs no network.',
  filesLabel: 'Receipt',
  filesHelp:
    'Choose the files, or drop them anywhere on the page: a receipt, and with it disclosures, other heads or proofs.',
  keyLabel: 'Public key of the log',
  keyHelp:
    'Paste it, or drop a file with it. Have it from a source that you trust, and not from who gave you the receipt.',
  keyExample: 'example.org/log+1a2b3c4d+AbC…',
  clear: 'Begin anew',
  print: 'Print',
  waiting: 'Nothing to verify yet.',
  verdict: { holds: 'It holds', fails: 'It does not hold', unproved: 'It is not proved' },
  verdictMeaning: {
    holds: 'All that was given fits together, and its heads are signed with a key above.',
    fails: 'At least one thing does not fit. The reasons stand below.',
    unproved: 'Something that is needed to prove it was not given.',
  },
  unsigned: 'All that was given fits together. Nothing in it says whose it is: it bears no signature of a key above.',
  mark: { holds: 'holds', fails: 'does not hold', unproved: 'not proved' },
  itemsTitle: (name: string) => `What was found in ${name}`,
  do: 'What to do:',
  entryTitle: 'The entry',
  entryUnproved: 'These are the words of the file. Do not rely on them: it is not proved that the log has them.',
  withheld: 'withheld',
  withheldMeaning: (count: number) =>
    count === 1
      ? 'One digest stands for what is still withheld, or for nothing: nobody can tell which.'
      : `${count} digests stand for what is still withheld, or for nothing: nobody can tell which. So at most ${count} fields are withheld.`,
  disclosed: 'disclosed',
  opaque: 'The entry is of another form than those of this project. Its bytes:',
  notDisclosed: 'The disclosures are not of this entry, so none of them is shown.',
  author: 'Key of the author',
  log: 'Log that it was made for',
  none: 'none',
  yes: 'yes',
  no: 'no',
  tooLarge: (name: string) => `${name} is larger than any receipt, and was not read.`,
  unreadable: (name: string) => `${name} could not be read.`,
  types: codes({
    claim: 'what somebody says happened',
    document: 'a document as it came in',
    act: 'the use of a power',
    ruling: 'a ruling on claims',
    withdrawal: 'a withdrawal',
    key: 'a key of an author',
  }),
  /** Sorts of things that are verified. */
  what: codes({
    key: 'key',
    file: 'file',
    head: 'head',
    'head text': 'head text',
    receipt: 'receipt',
    entry: 'entry',
    'leaf hash': 'leaf hash',
    'inclusion proof': 'inclusion proof',
    'consistency proof': 'consistency proof',
    'signed note': 'signed note',
    cosignature: 'cosignature',
    witness: 'witness',
    policy: 'policy',
    author: 'author',
    disclosure: 'disclosure',
    disclosures: 'disclosures',
    'split view': 'split view',
  }),
  claim,
  /** Fields of every entry, in the order in which people want them. */
  envelope: { type: 'What it is', received_at: 'Came in', recorded_by: 'Entered by' },
  /** Fields that every entry of a type has, in their order. */
  fields: {
    claim: {
      quote: 'Words',
      speaker: 'Speaker',
      speaker_side: 'Side of the speaker',
      via: 'Relayed by',
      outlet: 'Outlet',
      published: 'Published',
      kind: 'Kind',
      modality: 'How it is said',
      negated: 'Denies it',
      places: 'Places',
      date: 'When it happened',
      actor_blamed: 'Blamed',
      target: 'Target',
      figures: 'Figures',
      doc: 'Document',
      id: 'Id',
    },
    document: {
      doc: 'Document',
      outlet: 'Outlet',
      published: 'Published',
      media_type: 'Kind of file',
      sha256: 'SHA-256',
      id: 'Id',
    },
    act: {
      power: 'Power',
      stage: 'Stage',
      by: 'Acting',
      at: 'When',
      quote: 'Words',
      doc: 'Document',
      id: 'Id',
    },
    ruling: {
      does: 'Rules',
      claims: 'Claims',
      by: 'Ruled by',
      reason: 'Reason',
      id: 'Id',
    },
    withdrawal: {
      withdraws: 'Takes back',
      by: 'Taken back by',
      reason: 'Reason',
      id: 'Id',
    },
    key: {
      does: 'Does',
      key: 'Key',
      id: 'Id',
    },
  },
}

export type VerifyWords = typeof en
