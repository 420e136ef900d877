// Where several agreements stand side by side: the questions of the one under which something that is to be done counts.
import type { Minute } from '@trucekeeper/claims'
import { textNaming, textOfMinute } from '@trucekeeper/workspace'
import type { Workspace } from './deps.ts'

export async function textForAct(workspace: Workspace, power: string): Promise<Workspace> {
  return underText(workspace, textNaming(await workspace.agreements(), power)?.id)
}

export async function textForMinute(workspace: Workspace, minute: Minute): Promise<Workspace> {
  const agreements = await workspace.agreements()
  if (agreements.length < 2) return workspace
  const each = agreements.map(async ({ id }) => (await (await underText(workspace, id)).known()).record.minutes)
  const minutes = (await Promise.all(each)).flat()
  return underText(workspace, textOfMinute(agreements, { minutes }, minute)?.id)
}

async function underText(workspace: Workspace, id: string | undefined): Promise<Workspace> {
  const found = id === undefined ? null : await workspace.under(id)
  return found?.ok ? found.questions : workspace
}
