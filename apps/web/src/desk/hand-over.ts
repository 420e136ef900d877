// Takes the words of a draft to the form for the field, within this tab.
const KEY = 'draft-words'

export function handOver(words: string): void {
  try {
    sessionStorage.setItem(KEY, words)
  } catch {
    // Without it the form is empty, and the draft is still there.
  }
}

/** What was handed over and has not been taken; empty for nothing. */
export function handedOver(): string {
  try {
    return sessionStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function takenOver(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // It was not kept.
  }
}
