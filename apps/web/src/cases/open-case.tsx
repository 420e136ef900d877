// Opening a case: who is said to have broken which clause, and on which claims it rests.
import type { CasesAnswer } from '@trucekeeper/api'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Chooser, MinuteForm, useClaimChoices, Writing } from '../minuting/index.ts'
import { Line, OneOf, Words } from '../minuting/fields.tsx'
import type { CasesSearch } from './search.ts'
import { caseWords as said } from './words.ts'

interface Props {
  readonly told: CasesAnswer
  readonly zone: string
  readonly search: CasesSearch
}

/** Unfolded for whoever comes with claims. */
export function OpenCase({ told, zone, search }: Props) {
  return (
    <Writing id="open-case" title={said.newCase} names={told.names} isOpen={search.claims !== undefined}>
      {(speakers) => <Form told={told} zone={zone} search={search} speakers={speakers} />}
    </Writing>
  )
}

function Form({ told, zone, search, speakers }: Props & { readonly speakers: readonly string[] }) {
  const navigate = useNavigate()
  const about = told.breakable.find(({ clause }) => clause === search.clause) ?? told.breakable[0]
  const [name, setName] = useState('')
  const [of, setOf] = useState(speakers[0] ?? '')
  const [clause, setClause] = useState(about?.clause ?? '')
  const debtors = told.breakable.find((one) => one.clause === clause)?.debtors ?? []
  const [accused, setAccused] = useState(debtors[0] ?? '')
  const [summary, setSummary] = useState('')
  const [claims, setClaims] = useState<readonly string[]>((search.claims ?? '').split(',').filter(Boolean))
  const claimChoices = useClaimChoices(zone, claims.length > 0)
  const named = (ids: readonly string[]) => ids.map((id) => ({ value: id, name: told.names[id] ?? id }))
  const chosen = debtors.includes(accused) ? accused : (debtors[0] ?? '')
  const minute = {
    does: 'open-case',
    case: name.trim(),
    of,
    clause,
    accused: chosen,
    claims,
    summary,
  }
  return (
    <MinuteForm
      zone={zone}
      minute={minute}
      onEntered={(at) => void navigate({ to: '/cases/$name', params: { name: minute.case }, search: { at } })}
    >
      <Line label={said.name} help={said.nameHelp} value={name} onChange={setName} />
      <OneOf
        label={said.clause}
        value={clause}
        onChange={setClause}
        choices={told.breakable.map((one) => ({ value: one.clause, name: `${one.title} (${one.clause})` }))}
      />
      <OneOf label={said.accused} value={chosen} onChange={setAccused} choices={named(debtors)} />
      <OneOf label={said.inWhoseName} value={of} onChange={setOf} choices={named(speakers)} />
      <Words label={said.summary} value={summary} onChange={setSummary} />
      <Chooser label={said.claims} value={claims} onChange={setClaims} {...claimChoices} />
    </MinuteForm>
  )
}
