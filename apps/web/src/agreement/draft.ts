// An edited text kept in this browser, by the hash of the text it was made from; the folder is never written.

/** Where drafts are kept: the browser's own storage, or a stand-in for it. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (hash: string) => `agreement-draft.${hash}`

/** The draft made from the text of that hash, or null. */
export function draftOf(keeper: Keeper, hash: string): string | null {
  try {
    return keeper.getItem(keyOf(hash))
  } catch {
    return null
  }
}

/** Keeps a draft, or forgets it where it says what the folder says. False where the browser keeps nothing. */
export function keepDraft(keeper: Keeper, hash: string, text: string, original: string): boolean {
  try {
    if (text === original) keeper.removeItem(keyOf(hash))
    else keeper.setItem(keyOf(hash), text)
    return true
  } catch {
    return false
  }
}
