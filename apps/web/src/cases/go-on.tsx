// Taking a case forward: a step, a finding, a reply, a measure, a visit, its closing; refused with the clause where it may not be.
import type { CaseAnswer } from '@trucekeeper/api'
import { useState } from 'react'
import { Chooser, GoOn, MinuteForm, useClaimChoices } from '../minuting/index.ts'
import { minutingWords } from '../minuting/words.ts'
import { instantOfLocal } from '../time-text.ts'
import { Line, OneOf, SomeOf, When, Words, type Choice } from '../minuting/fields.tsx'
import { useCaseChoices } from './choices.ts'
import { caseWords as said } from './words.ts'

type Kind = keyof typeof said.kinds

interface Props {
  readonly told: CaseAnswer
  readonly zone: string
}

export function CaseGoOn({ told, zone }: Props) {
  const [isEntered, setEntered] = useState(false)
  return (
    <GoOn
      title={said.goOn}
      help={said.goOnHelp}
      names={told.names}
      what={said.what}
      kinds={said.kinds}
      onChosen={() => setEntered(false)}
      isOpen
    >
      {(kind, speakers) => (
        <>
          {/* Once something was entered what is wanted next is another, and so is what is filled in. */}
          <Form
            key={`${kind} ${told.log.length}`}
            kind={kind}
            told={told}
            zone={zone}
            speakers={speakers}
            onEntered={() => setEntered(true)}
          />
          <p role="status">{isEntered && minutingWords.entered}</p>
        </>
      )}
    </GoOn>
  )
}

/** A case comes to these by a step; to the others by a reply or its closing. */
const STAGES = ['preliminary', 'tasked', 'investigated', 'hq_review', 'sent_to_parties'] as const
const OUTCOMES = ['done', 'denied', 'turned_back', 'cancelled'] as const
const JOINT: readonly Kind[] = ['case-finding', 'case-measure', 'close-case']

interface FormProps extends Props {
  readonly kind: Kind
  readonly speakers: readonly string[]
  readonly onEntered: () => void
}

function Form({ kind, told, zone, speakers, onEntered }: FormProps) {
  const { case: one } = told
  const isFinding = kind === 'case-finding' || kind === 'joint-finding'
  const isMeasure = kind === 'case-measure' || kind === 'joint-measure'
  const isClosing = kind === 'close-case' || kind === 'joint-closing'
  const mine = (ids: readonly string[]) => ids.filter((id) => speakers.includes(id))
  const fitting = {
    'case-step': [...new Set([...(one.next?.who ?? []), ...one.steps.flatMap(({ who }) => who)])],
    'case-finding': one.assessors,
    'joint-finding': one.assessors,
    'case-reply': [one.accused, ...(told.answered_by === null ? [] : [told.answered_by])],
    'case-measure': told.decides.who,
    'joint-measure': told.decides.who,
    visit: speakers,
    'close-case': told.decides.who,
    'joint-closing': told.decides.who,
    'relate-cases': speakers,
  }[kind]
  // Whoever speaks for none of them may try, and is told by which clause it is not for them.
  const offered = mine(fitting).length > 0 ? mine(fitting) : speakers
  const first = offered[0] ?? ''
  const [of, setOf] = useState(first)
  const [several, setSeveral] = useState<readonly string[]>(
    kind === 'case-finding' ? [first] : told.decides.together ? mine(told.decides.who) : [first],
  )
  const [step, setStep] = useState(kind === 'visit' || isClosing ? '' : String(one.next?.step ?? ''))
  const [stage, setStage] = useState<string>('tasked')
  const [finding, setFinding] = useState('supported')
  const [actor, setActor] = useState('')
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [claims, setClaims] = useState<readonly string[]>([])
  const claimChoices = useClaimChoices(zone)
  const caseChoices = useCaseChoices(one.case)
  const [place, setPlace] = useState('')
  const [planned, setPlanned] = useState('')
  const [outcome, setOutcome] = useState<string>('denied')
  const [denier, setDenier] = useState(one.accused)
  const named = (ids: readonly string[]): Choice[] => ids.map((id) => ({ value: id, name: told.names[id] ?? id }))
  const all = named(Object.keys(told.names))
  const isHindered = outcome === 'denied' || outcome === 'turned_back'
  const number = step === '' ? null : Number(step)
  const common = { does: kind, case: one.case }
  const proposed = { of, joins: null }
  const found = {
    step: number,
    finding,
    actor: actor === '' ? null : actor,
    reason,
    claims,
  }
  const bodies: Readonly<Record<Kind, () => Readonly<Record<string, unknown>> | null>> = {
    'case-step': () => ({ ...common, of, stage, step: number, text }),
    'case-finding': () => ({ ...common, of: several, ...found }),
    'joint-finding': () => ({ ...common, ...proposed, ...found }),
    'case-reply': () => ({ ...common, of, text }),
    'case-measure': () => ({ ...common, of: several, step: number, measure: text }),
    'joint-measure': () => ({ ...common, ...proposed, step: number, measure: text }),
    visit: () => {
      const planned_at = instantOfLocal(planned, zone)
      if (planned_at === null) return null
      const denied_by = isHindered && denier !== '' ? denier : null
      return { ...common, of, place, planned_at, outcome, denied_by, reason: reason === '' ? null : reason }
    },
    'close-case': () => ({ ...common, of: several, outcome: text, reason }),
    'joint-closing': () => ({ ...common, ...proposed, outcome: text, reason }),
    'relate-cases': () => (text === '' ? null : { does: kind, cases: [one.case, text], reason }),
  }
  const isJoint = JOINT.includes(kind)
  return (
    <MinuteForm zone={zone} minute={isJoint && several.length === 0 ? null : bodies[kind]()} onEntered={onEntered}>
      {isJoint && <SomeOf label={said.inWhoseName} value={several} onChange={setSeveral} choices={named(offered)} />}
      {!isJoint && kind !== 'relate-cases' && (
        <OneOf label={said.inWhoseName} value={of} onChange={setOf} choices={named(offered)} />
      )}
      {(kind === 'case-step' || isFinding || isMeasure) && (
        <OneOf
          label={said.whichStep}
          value={step}
          onChange={setStep}
          choices={[
            { value: '', name: said.noStep },
            ...one.steps.map((each) => ({ value: String(each.number), name: `${each.number}. ${each.does}` })),
          ]}
        />
      )}
      {kind === 'case-step' && (
        <OneOf
          label={said.toStage}
          value={stage}
          onChange={setStage}
          choices={STAGES.map((value) => ({ value, name: said.stages[value] }))}
        />
      )}
      {isFinding && (
        <>
          <OneOf
            label={said.finding}
            value={finding}
            onChange={setFinding}
            choices={Object.entries(said.findings).map(([value, name]) => ({ value, name }))}
          />
          <OneOf
            label={said.actor}
            value={actor}
            onChange={setActor}
            choices={[{ value: '', name: minutingWords.none }, ...all]}
          />
          <Words label={said.because} value={reason} onChange={setReason} />
          <Chooser label={said.claims} value={claims} onChange={setClaims} {...claimChoices} />
        </>
      )}
      {kind === 'visit' && (
        <>
          <Line label={said.place} value={place} onChange={setPlace} />
          <When label={said.planned} zone={zone} value={planned} onChange={setPlanned} required />
          <OneOf
            label={said.outcome}
            value={outcome}
            onChange={setOutcome}
            choices={OUTCOMES.map((value) => ({ value, name: said.visitOutcomes[value] }))}
          />
          {isHindered && (
            <OneOf
              label={said.deniedBy}
              value={denier}
              onChange={setDenier}
              choices={[{ value: '', name: said.notSaid }, ...all]}
            />
          )}
          <Words label={said.reason} value={reason} onChange={setReason} required={false} />
        </>
      )}
      {(kind === 'case-step' || kind === 'case-reply') && <Words label={said.text} value={text} onChange={setText} />}
      {isMeasure && <Words label={said.measure} value={text} onChange={setText} />}
      {isClosing && (
        <>
          <Line label={said.result} value={text} onChange={setText} />
          <Words label={said.because} value={reason} onChange={setReason} />
        </>
      )}
      {kind === 'relate-cases' && (
        <>
          <Chooser
            label={said.otherCase}
            value={text === '' ? [] : [text]}
            onChange={([name = '']) => setText(name)}
            {...caseChoices}
            isOne
          />
          <Words label={said.because} value={reason} onChange={setReason} />
        </>
      )}
    </MinuteForm>
  )
}
