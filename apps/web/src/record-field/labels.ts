// The fields of a form with their names, in the order in which they stand above the words of a document.
import { type Fields, type Labels } from './form-record.ts'
import { recordFieldWords as said } from './words.ts'

export function labelsOf(fields: Fields): Labels {
  const { form, who, side, at, place } = fields
  const always = [
    [said.who, who],
    [said.side, said.sides[side]],
    [said.at, at],
    [said.place, place],
  ] as const
  const incident = [
    [said.kind, said.kinds[fields.incident]],
    [said.blamed, fields.blamed],
    [said.killed, fields.killed],
    [said.injured, fields.injured],
  ] as const
  const aid = [[said.consignment, fields.consignment], ...sealOf(fields), [said.aid, said.aids[fields.aid]]] as const
  return { title: said.forms[form], rows: [...always, ...(form === 'incident' ? incident : aid)] }
}

function sealOf({ form, seal, seal_state }: Fields): readonly (readonly [string, string])[] {
  if (form !== 'seal') return []
  return [
    [said.seal, seal],
    [said.sealState, said.sealStates[seal_state]],
  ]
}
