// The words of the inbox in English.
import type { Forms } from '../../plural.ts'

export interface InboxWords {
  readonly intro: string
  readonly parts: { readonly read: string; readonly together: string }
  readonly documents: string
  readonly open: Forms
  readonly allDecided: string
  readonly waiting: string
  readonly takeIn: string
  readonly upload: {
    readonly title: string
    readonly file: string
    readonly published: string
    readonly outlet: string
    readonly send: string
    readonly help: string
    readonly read: Forms
  }
  readonly empty: { readonly title: string; readonly text: string }
  readonly readOnly: string
  readonly keys: string
  readonly claims: string
  readonly states: Readonly<Record<'open' | 'accepted' | 'corrected' | 'rejected', string>>
  readonly fields: Readonly<Record<string, string>>
  readonly severalHelp: string
  readonly confirm: string
  readonly change: string
  readonly reject: string
  readonly reason: string
  readonly undo: string
  readonly undoNow: string
  readonly undone: string
  readonly undoReason: string
  readonly yes: string
  readonly no: string
  readonly again: string
  readonly by: (who: string, when: string) => string
  readonly text: string
  readonly proposal: string
  readonly together: {
    readonly intro: string
    readonly none: string
    readonly chosen: Forms
    readonly join: string
    readonly part: string
    readonly rulings: string
    readonly joined: string
    readonly parted: string
    readonly apart: string
    readonly choose: string
    readonly chooseAll: string
    readonly copies: string
    readonly shared: Forms
    readonly share: (percent: string) => string
    readonly sources: Forms
  }
  readonly done: string
  readonly notDone: string
}

export const en: InboxWords = {
  intro: 'What a reader found in documents is a proposal. It counts once a person has confirmed it.',
  parts: { read: 'Documents to read', together: 'What belongs together' },
  documents: 'Documents',
  open: { one: '# claim to decide', other: '# claims to decide' },
  allDecided: 'all decided',
  waiting: 'Reports in the folder',
  takeIn: 'Read it',
  upload: {
    title: 'Hand over a document',
    file: 'File',
    published: 'Published (where the file does not say it)',
    outlet: 'Published by (where the file does not say it)',
    send: 'Hand over',
    help: 'Text, HTML, DOCX, PDF, e-mail, feeds, or an archive of these. It is kept under its digest, then read in a locked process.',
    read: { one: '# claim proposed', other: '# claims proposed' },
  },
  empty: {
    title: 'Nothing waits for you.',
    text: 'Hand over a report, or put one into the folder `reports`. What is read out of it appears here, each claim with its sentence, to confirm, change or reject.',
  },
  readOnly: 'This server only reads: start it with `truce serve` to write.',
  keys: 'In the list: j and k go on and back, Enter confirms, e changes, x rejects.',
  claims: 'Claims in this document',
  states: { open: 'to decide', accepted: 'confirmed', corrected: 'changed', rejected: 'rejected' },
  fields: {
    kind: 'Kind',
    speaker: 'Speaker',
    speaker_side: 'Side',
    places: 'Places',
    negated: 'Says it is not so',
    date: 'Date',
    actor_blamed: 'Blamed',
  },
  severalHelp: 'Several places with ; between, - for none.',
  confirm: 'Confirm',
  change: 'Change',
  reject: 'Reject',
  reason: 'Reason',
  undo: 'Take back',
  undoNow: 'Undo',
  undone: 'Undone.',
  undoReason: 'undone at once, in the inbox',
  yes: 'yes',
  no: 'no',
  again: 'Confirm after all',
  by: (who, when) => `by ${who}, ${when}`,
  text: 'The document as read',
  proposal: 'Proposed',
  together: {
    intro:
      'Claims that the rules bring together as telling of one thing. Choose two or more and rule otherwise, with a reason.',
    none: 'No two claims of the record tell of one thing yet.',
    chosen: { one: '# claim chosen', other: '# claims chosen' },
    join: 'They tell of one happening',
    part: 'They tell of different happenings',
    rulings: 'Rulings that stand',
    joined: 'joined',
    parted: 'parted',
    apart: 'Kept apart by the rules',
    choose: 'Choose both',
    chooseAll: 'Choose all of these',
    copies: 'Documents that are copies',
    shared: { one: '# sentence that both have', other: '# sentences that both have' },
    share: (percent) => `${percent} of the shorter`,
    sources: { one: '# source', other: '# sources' },
  },
  done: 'Entered.',
  notDone: 'Not entered',
}
