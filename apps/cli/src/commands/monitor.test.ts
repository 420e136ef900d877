// truce monitor as people and scripts run it: what it prints, and the code it ends with.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const HELD = '{"op":"historically","interval":[0,5],"arg":{"op":"atom","name":"calm"}}'
const TRACE = '{"t":0,"atoms":["calm"]}\n{"t":3,"atoms":[]}\n{"t":9,"atoms":["calm"]}\n'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truce-monitor-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function monitor(formula: string, trace: string, ...words: string[]) {
  writeFileSync(join(folder, 'formula.json'), formula)
  writeFileSync(join(folder, 'trace.jsonl'), trace)
  const given = words.includes('-') ? ['-'] : ['trace.jsonl', ...words]
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [TRUCE, 'monitor', '--formula', 'formula.json', '--trace', ...given],
    { cwd: folder, encoding: 'utf8', input: trace },
  )
  return { status, stdout, stderr }
}

describe('truce monitor', () => {
  it('prints a verdict for each time-point and ends with 0', () => {
    const stdout = '{"i":0,"t":0,"v":true}\n{"i":1,"t":3,"v":false}\n{"i":2,"t":9,"v":true}\n'
    expect(monitor(HELD, TRACE)).toEqual({ status: 0, stdout, stderr: '' })
    expect(monitor(HELD, TRACE, '-')).toEqual({ status: 0, stdout, stderr: '' })
  })

  it('prints violations alone, or the last time-point alone', () => {
    expect(monitor(HELD, TRACE, '--violations').stdout).toBe('{"i":1,"t":3,"v":false}\n')
    expect(monitor(HELD, TRACE, '--last').stdout).toBe('{"i":2,"t":9,"v":true}\n')
    expect(monitor(HELD, TRACE, '--last', '--violations').status).toBe(2)
  })

  it('prints what was decided before a line that is wrong, says where that is, and ends with 2', () => {
    const { status, stdout, stderr } = monitor(HELD, `${TRACE}{"t":8,"atoms":[]}\n`)
    expect(status).toBe(2)
    expect(stdout.split('\n')).toHaveLength(4)
    expect(stderr).toContain('time goes back from 9 to 8')
    expect(stderr).toContain('trace.jsonl:4:6')
  })

  it('says what is wrong with a formula, and where, and ends with 2', () => {
    const { status, stdout, stderr } = monitor('{"op":"onec",\n "interval":[2,1]}', TRACE)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('did you mean `once`?')
    expect(stderr).toContain('formula.json:1:7')
  })

  it('says why a formula cannot be monitored, and ends with 2', () => {
    const { status, stderr } = monitor('{"op":"not","arg":{"op":"pred","name":"p","args":[{"var":"x"}]}}', TRACE)
    expect(status).toBe(2)
    expect(stderr).toContain('unguarded-negation')
  })

  it('says that there is no such file, and ends with 2', () => {
    const { status, stderr } = spawnSync(process.execPath, [TRUCE, 'monitor', '--formula', 'none.json'], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
    })
    expect(status).toBe(2)
    expect(stderr).toContain('there is no such file')
  })
})
