// In tests, the one side of a result that is expected; the other fails the test.
import type { LedgerRefusal, Result } from '../refusal.ts'

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused with ${result.refusal.code}: ${result.refusal.message}.`)
  return result.value
}

export function refusalOf(result: Result<unknown>): LedgerRefusal {
  if (result.ok) throw new Error('Took what was to be refused.')
  return result.refusal
}
