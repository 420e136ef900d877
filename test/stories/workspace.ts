// The workspace that the stories are told about: the example agreement, as its reports tell it.
import { resolve } from 'node:path'
import type { Workspace } from '@trucekeeper/api'
import { openWorkspace } from '@trucekeeper/workspace'

export async function storyWorkspace(): Promise<Workspace> {
  const opened = await openWorkspace(resolve(import.meta.dirname, '../../examples/aleppo-2016'))
  if (!opened.ok) throw new Error('the example agreement does not open')
  return opened.workspace
}
