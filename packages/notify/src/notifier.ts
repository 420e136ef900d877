// Rounds of a notifier: each rule's desk is looked at, what is new is kept, and what is kept is told until it is taken.
import { contentId } from '@trucekeeper/claims'
import { formatInstant, type Instant } from '@trucekeeper/time'
import { isQuiet, lastTimeOf } from './hours.ts'
import { newsBetween } from './news/news.ts'
import { sightOf, type Seen, type Sight } from './news/sight.ts'
import type { Notice, Outbox } from './outbox/outbox.ts'
import type { Rule, Rules } from './rules.ts'
import { mailTo } from './send/mail.ts'
import { keyIn } from './send/sign.ts'
import { postTo, type Sent } from './send/webhook.ts'
import { letterOf } from './words/index.ts'

export interface NotifierSetting {
  readonly rules: Rules
  readonly outbox: Outbox
  /** The folder as an audience sees it, at an instant. */
  readonly seen: (audience: string, at: Instant) => Promise<Seen>
  /** Variables of the environment, for secrets. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly patience_ms?: number
}

export interface Round {
  /** Notices made in this round. */
  readonly made: number
  readonly told: number
  readonly failed: number
}

const PATIENCE_MS = 10_000
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 6 * 3_600_000
/** After so long somebody has to look at it. */
const GIVE_UP_MS = 3 * 24 * 3_600_000

/** One round at an instant. Nothing is told that is not in the outbox first, and nothing in it is told again once it was taken. */
export async function notifyRound(setting: NotifierSetting, now: Instant): Promise<Round> {
  const made = await lookAll(setting, now)
  const { told, failed } = await tellAll(setting, now)
  return { made, told, failed }
}

/** What a round would make, without keeping or telling it. */
export async function wouldTell(setting: NotifierSetting, now: Instant): Promise<readonly Notice[]> {
  return (await looksOf(setting, now)).flatMap(({ notices }) => notices)
}

interface Look {
  readonly rule: string
  readonly sight: Sight
  readonly notices: readonly Notice[]
}

async function lookAll(setting: NotifierSetting, now: Instant): Promise<number> {
  let made = 0
  for (const { rule, sight, notices } of await looksOf(setting, now)) {
    await setting.outbox.look(rule, sight, notices)
    made += notices.length
  }
  return made
}

async function looksOf({ rules, outbox, seen }: NotifierSetting, now: Instant): Promise<readonly Look[]> {
  const looks: Look[] = []
  const views = new Map<string, Promise<{ readonly seen: Seen; readonly sight: Sight }>>()
  for (const rule of rules.rules) {
    const view =
      views.get(rule.desk) ?? seen(rule.desk, now).then((answer) => ({ seen: answer, sight: sightOf(answer, now) }))
    views.set(rule.desk, view)
    const { sight, seen: answer } = await view
    const { zone } = answer.agreement
    const before = outbox.sight(keyOf(rule))
    // Whoever is told for the first time is told of what comes from now on.
    if (before === null) {
      looks.push({ rule: keyOf(rule), sight, notices: [] })
      continue
    }
    if (isQuiet(rule.quiet, now, zone)) continue
    if (rule.digest !== null && lastTimeOf(rule.digest, now, zone) <= before.at) continue
    const news = newsBetween(before, sight, { ...rule, zone, report_hour: rules.report_hour })
    if (news.length === 0 && rule.digest === null) continue
    const letter = letterOf(news, {
      agreement: answer.agreement.title,
      zone,
      desk: rule.desk,
      rule: rule.name,
      language: rule.language,
      at: now,
    })
    const notices = (news.length === 0 ? [] : targetsOf(rule)).map((to): Notice => {
      const id = contentId('ntc', { rule: keyOf(rule), to, news, from: before.at, until: now })
      return { id, rule: rule.name, desk: rule.desk, to, made_at: formatInstant(now, zone), news, ...letter }
    })
    looks.push({ rule: keyOf(rule), sight, notices })
  }
  return looks
}

/** A rule that looks from another desk begins anew: what one saw is nothing for the other. */
const keyOf = ({ name, desk }: Rule) => `${desk} ${name}`

function targetsOf({ to }: Rule): readonly string[] {
  return to.how === 'mail' ? to.addresses : [new URL(to.url).host]
}

async function tellAll(setting: NotifierSetting, now: Instant): Promise<{ told: number; failed: number }> {
  const { rules, outbox, seen } = setting
  let [told, failed] = [0, 0]
  const waiting = outbox.fates().filter(({ state, next_at }) => state === 'waiting' && next_at! <= now)
  for (const { notice, tries } of waiting) {
    const rule = rules.rules.find((one) => one.name === notice.rule && one.desk === notice.desk)
    const { agreement } = await seen(notice.desk, now)
    const at = formatInstant(now, agreement.zone)
    if (!rule || !targetsOf(rule).includes(notice.to)) {
      await outbox.tried(notice.id, at, 'the rule by which it was to be told is gone', null)
      failed += 1
      continue
    }
    if (isQuiet(rule.quiet, now, agreement.zone)) continue
    const sent = await send(setting, rule, notice, agreement, now)
    if (sent.ok) {
      await outbox.told(notice.id, at)
      told += 1
      continue
    }
    const wait = Math.max(sent.after_ms ?? 0, Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS))
    const isOver = now - Date.parse(notice.made_at) > GIVE_UP_MS
    await outbox.tried(notice.id, at, sent.why, isOver ? null : now + wait)
    failed += 1
  }
  return { told, failed }
}

async function send(
  { rules, environment, patience_ms = PATIENCE_MS }: NotifierSetting,
  { to, language }: Rule,
  { id, to: address, desk, rule, made_at, news, subject, text }: Notice,
  agreement: Seen['agreement'],
  now: Instant,
): Promise<Sent> {
  if (to.how === 'webhook') {
    const key = keyIn(environment[to.secret] ?? '')
    if (!key) return { ok: false, why: `the secret \`${to.secret}\` is not set, or is none (whsec_ and Base64)` }
    const told = {
      id,
      agreement: agreement.id,
      desk,
      rule,
      at: made_at,
      news: news.map(asJson(agreement.zone)),
      subject,
      text,
    }
    const body = JSON.stringify(told)
    return postTo(
      { url: to.url, key },
      { id, timestamp: Math.floor(now / 1000), body },
      { allowed: rules.allowed, patience_ms },
    )
  }
  const { mail } = rules
  if (!mail) return { ok: false, why: 'no mail server is named' }
  const password = mail.password === null ? null : (environment[mail.password] ?? null)
  if (mail.password !== null && password === null)
    return { ok: false, why: `the password \`${mail.password}\` is not set` }
  const letter = { id, to: address, subject, text, language, list: `${desk}.${agreement.id}`, at: new Date(now) }
  return mailTo(mail, password, letter, patience_ms)
}

/** Times carry an offset wherever they leave the house. */
const asJson = (zone: string) => (one: Notice['news'][number]) =>
  one.about === 'report' ? { ...one, cut_off: formatInstant(one.cut_off, zone) } : one
