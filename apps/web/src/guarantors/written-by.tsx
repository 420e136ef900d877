// Who wrote a minute down, and where it stands in the record.
import type { UndertakingsAnswer } from '@trucekeeper/api'
import { numberText } from '../number-text.ts'
import { guarantorWords as said } from './words.ts'

export function WrittenBy({ written }: { readonly written: UndertakingsAnswer['written'][string] | undefined }) {
  if (!written) return null
  return <span className="quiet">{said.writtenBy(written.recorded_by, numberText(written.index))}</span>
}
