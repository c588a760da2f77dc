// Whatever the file system refuses: exit code 2, one clear message, nothing half written, the temporary folder gone.
//
// A few calls are made to fail by default; SALESCHECK_FAULTS=all takes every call with every error.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { old, outputs, setting, type Ended, type Setting } from './setting.ts'

const codes = ['EIO', 'ENOSPC', 'EACCES', 'ENOENT'] as const
const all = process.env['SALESCHECK_FAULTS'] === 'all'
const slow = all ? 3_600_000 : 300_000

let place: Setting
let clean: Ended
beforeAll(async () => {
  place = setting()
  clean = await place.run()
}, slow)
afterAll(() => place.remove())

/** Calls of one name on one kind of file are alike: the first of them is taken. */
function chosen(): [number: number, call: string][] {
  const calls = clean.calls.map((call, at): [number, string] => [at + 1, call])
  if (all) return calls
  const kinds = new Map<string, [number, string]>()
  for (const [number, call] of calls) {
    const kind = call.replaceAll(/salescheck-\w+|[\w.-]+\//g, '').replaceAll(/\.\d+-[0-9a-f]+/g, '')
    const [name = '', file = ''] = kind.split(' ')
    const key = `${name} ${/salescheck\.json|unpacked|text|out\.json|history|deals|^$/.exec(file)?.[0] ?? 'other'}`
    if (!kinds.has(key)) kinds.set(key, [number, call])
  }
  return [...kinds.values()].filter((_, at) => at % 2 === 0)
}

const isWhole = (name: string, text: string | undefined): boolean =>
  text === clean.written.get(name) || text === (name === 'history.ndjson' ? '' : old)

function faultOf(ended: Ended, call: string): string | null {
  const { code, stdout, stderr, left, written } = ended
  const halves = outputs.filter((name) => !isWhole(name, written.get(name)))
  if (halves.length > 0) return `half written: ${halves.join(', ')}`
  if (left.length > 0 && !call.startsWith('rm ')) return `left behind: ${left.join(', ')}`
  if (/^\s+at .+:\d+:\d+\)?$/m.test(stderr)) return `stack trace: ${stderr}`
  if (code === 0)
    return outputs.every((name) => written.get(name) !== old) ? null : 'said 0 and wrote nothing'
  if (code !== 2) return `exit code ${code}: ${stderr}`
  if (stdout !== '') return 'standard output is not empty'
  return stderr.match(/^error: /gm)?.length === 1 ? null : `not one message: ${stderr}`
}

describe('a run', () => {
  it('reads and writes everything when nothing fails', () => {
    expect(clean).toMatchObject({ code: 0, stdout: '', left: [] })
    expect(clean.stderr).toContain('read 102 rows from 4 files: 101 used, 1 rejected')
    expect(clean.calls.length).toBeGreaterThan(100)
  })

  it(
    'ends in one clear message when a call of the file system fails, and leaves nothing half done',
    async () => {
      const wrong: string[] = []
      for (const [at, [number, call]] of chosen().entries()) {
        for (const code of all ? codes : [codes[at % codes.length] ?? 'EIO']) {
          const fault = faultOf(await place.run(`${number} ${code}`), call)
          if (fault !== null) wrong.push(`${code} in call ${number}, ${call}: ${fault}`)
        }
      }
      expect(wrong).toEqual([])
    },
    slow,
  )

  it(
    'notices a file that grows or vanishes while it is read',
    async () => {
      const opened = clean.calls.flatMap((call, at) => (call === 'open deals.csv' ? [at + 1] : []))
      const last =
        clean.calls.findIndex((call) => call.startsWith('statSync deals.csv') && !call.includes('/')) + 1
      expect(opened.length).toBeGreaterThan(0)
      const wrong: string[] = []
      for (const change of ['GROW', 'VANISH'])
        for (
          let number = (opened[0] ?? 1) + 2;
          number < Math.max(last, (opened[0] ?? 1) + 40);
          number += all ? 1 : 30
        ) {
          const ended = await place.run(`${number} ${change} deals.csv`)
          const fault = faultOf(ended, '')
          if (fault !== null) wrong.push(`${change} before call ${number}: ${fault}`)
          else if (
            ended.code !== 2 ||
            !/(?:changed|vanished) while it was read|there is no file/.test(ended.stderr)
          )
            wrong.push(`${change} before call ${number}: ${ended.code} ${ended.stderr}`)
        }
      expect(wrong).toEqual([])
    },
    slow,
  )
})
