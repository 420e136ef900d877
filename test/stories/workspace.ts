// The workspace that the stories are told about.
import type { Workspace } from '@trucekeeper/api'
import { fixtureWorkspace } from './fixture/index.ts'

export async function storyWorkspace(): Promise<Workspace> {
  return fixtureWorkspace()
}
