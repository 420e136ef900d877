// A notifier over a folder: its rules, its outbox, and what each desk sees.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  fatesIn,
  notifyRound,
  Outbox,
  readRules,
  type NotifierSetting,
  type Rules,
  type Seen,
} from '@trucekeeper/notify'
import type { NoticesKnown } from '@trucekeeper/server'
import { DESKS } from '@trucekeeper/people'
import type { Questions } from '@trucekeeper/workspace'
import { Stop } from '../terminal.ts'

export const RULES_FILE = 'notify.json'
const OUTBOX = 'notices'
const LOOK_MS = 15_000

type Views = (audience: string) => Questions

/** The rules of a folder, or stops with what is wrong with them. */
export async function rulesAt(dir: string, views: Views): Promise<Rules> {
  const text = await readFile(join(dir, RULES_FILE), 'utf8').catch(() => null)
  if (text === null)
    throw new Stop(
      `there is no \`${RULES_FILE}\` in \`${dir}\``,
      'write one with the rules by which desks are told; `packages/notify` shows its form',
    )
  const { agreement } = await views('desks').known()
  const read = readRules(text, {
    clauses: agreement.ruled.map(({ id }) => id),
    desks: [...DESKS, 'desks'],
  })
  if (!read.ok) throw new Stop(`\`${RULES_FILE}\`: ${read.message}`, read.help)
  return read.rules
}

export async function notifierAt(dir: string, views: Views): Promise<NotifierSetting> {
  const rules = await rulesAt(dir, views)
  const opened = await Outbox.in(join(dir, OUTBOX))
  if (!opened.ok) throw new Stop(opened.message, 'end it first; if there is no such process, remove its `lock`')
  const seen = async (audience: string, at: number): Promise<Seen> => {
    const view = views(audience)
    const { agreement, record } = await view.known()
    return { agreement, record, status: await view.status({ at }) }
  }
  return { rules, outbox: opened.outbox, seen, environment: process.env }
}

/** Goes on until it is ended; what cannot be looked at now may be at the next look, and is said. */
export function keepNotifying(
  setting: NotifierSetting,
  onTrouble: (trouble: unknown) => void,
): { end(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  let ended = false
  let timer: ReturnType<typeof setTimeout> | null = null
  const round = (): void => {
    running = notifyRound(setting, Date.now())
      .then(() => undefined, onTrouble)
      .then(() => {
        if (!ended) timer = setTimeout(round, LOOK_MS)
      })
  }
  round()
  return {
    async end() {
      ended = true
      if (timer) clearTimeout(timer)
      await running
      await setting.outbox.close()
    },
  }
}

/** What a desk may know of how it is told: its own rules, and what became of what was told by them. Null for all of them. */
export function noticesOf(dir: string, views: Views) {
  return async (desk: string | null): Promise<NoticesKnown> => {
    const rules = await rulesAt(dir, views).catch((error: unknown) => {
      if (error instanceof Stop) return null
      throw error
    })
    const own = <T extends { readonly desk: string }>(all: readonly T[]) =>
      all.filter((one) => desk === null || one.desk === desk)
    const fates = await fatesIn(join(dir, OUTBOX))
    return {
      rules: own(rules?.rules ?? []).map(({ name, desk: of, tell, clauses, to, language, quiet, digest, lead_ms }) => ({
        name,
        desk: of,
        tell,
        clauses,
        how: to.how,
        to: to.how === 'mail' ? to.addresses : [new URL(to.url).host],
        language,
        quiet,
        digest,
        lead_hours: lead_ms / 3_600_000,
      })),
      notices: fates
        .filter(({ notice }) => desk === null || notice.desk === desk)
        .map(({ notice, state, tries, last_at, why, next_at }) => ({
          id: notice.id,
          rule: notice.rule,
          desk: notice.desk,
          to: notice.to,
          made_at: notice.made_at,
          subject: notice.subject,
          text: notice.text,
          state,
          tries,
          last_at,
          why,
          next_at,
        })),
    }
  }
}
