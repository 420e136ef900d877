// The words of what a report tells of the centre and of its first page, one set per language.
import type { CallChannel, CaseStage, Finding } from '@trucekeeper/claims'

type Said<K extends string> = Readonly<Record<K, string>>

export interface CentreWords {
  /** Of an alert that no person has issued. */
  readonly draft: string
  readonly clock: string
  readonly what: string
  readonly brief: string
  readonly acts: string
  readonly withoutEffect: string
  readonly verdictsChanged: string
  readonly everyAccount: string
  readonly told: string
  readonly late: string
  readonly next: string
  readonly accused: string
  readonly broughtBy: string
  readonly undertook: string
  readonly forWhom: string
  readonly pressed: string
  readonly placeWithheld: string
  readonly by: string
  readonly calls: string
  readonly readOuts: string
  readonly repliedInCase: string
  readonly mayReplyInCase: string
  readonly sealsChanged: string
  readonly foundBy: string
  readonly correctionsEntered: string
  readonly enteredAs: string
  readonly notEntered: string
  readonly did: Said<'opened' | 'moved' | 'closed' | 'standing'>
  readonly stages: Said<CaseStage>
  readonly findings: Said<Finding>
  readonly agreed: Said<'none' | 'one' | 'same' | 'two' | 'joint'>
  readonly undertakings: Said<'open' | 'pressed' | 'told_differently' | 'kept' | 'partly' | 'not_kept' | 'not_known'>
  readonly visits: Said<'denied' | 'turned_back' | 'cancelled'>
  readonly channels: Said<CallChannel>
  readonly relations: Said<'agrees' | 'silent' | 'contradicts'>
  readonly sealChanges: Said<'found_broken' | 'other_number' | 'removed_on_the_way' | 'replaced'>
  readonly deadlines: Said<'case' | 'undertaking' | 'request'>
}
