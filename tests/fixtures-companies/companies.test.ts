// The committed fixture companies are what their program makes. `SALESCHECK_GENERATE=1` writes them anew.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { companies } from './all.ts'

const root = fileURLToPath(new URL('../../fixtures/companies/', import.meta.url))

describe.each(companies)('the files of $name', ({ name, files }) => {
  const folder = join(root, name)
  const made = files()

  beforeAll(() => {
    if (process.env['SALESCHECK_GENERATE'] !== '1') return
    mkdirSync(folder, { recursive: true })
    for (const file of readdirSync(folder)) if (file.endsWith('.csv')) rmSync(join(folder, file))
    for (const [file, text] of made) writeFileSync(join(folder, file), text)
  })

  it.each([...made.keys()])('%s is byte for byte what the rules make', (file) => {
    const committed = readFileSync(join(folder, file))
    // Not the two texts in one message: they are long.
    expect(committed.equals(Buffer.from(made.get(file) ?? ''))).toBe(true)
  })

  it('come out the same a second time', () => {
    expect([...files()].every(([file, text]) => made.get(file) === text)).toBe(true)
  })

  it('hold no export that the rules do not make', () => {
    const exports = readdirSync(folder).filter((file) => file.endsWith('.csv'))
    expect(exports.filter((file) => !made.has(file))).toEqual([])
  })

  it('stay small enough for a repository', () => {
    const bytes = [...made.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    expect(bytes).toBeLessThan(1_700_000)
  })
})
