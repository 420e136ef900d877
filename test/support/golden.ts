// Golden files: what is produced is held against what was once looked at; UPDATE_GOLDEN=1 writes them anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from 'vitest'

export function expectGolden(path: string, produced: string): void {
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, produced)
  }
  expect(produced, `${path}; look at the difference, then reset it with UPDATE_GOLDEN=1`).toBe(
    existsSync(path) ? readFileSync(path, 'utf8') : '',
  )
}
