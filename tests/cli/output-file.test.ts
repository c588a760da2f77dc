import {
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  chmodSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refuseInput, writeWhole } from '../../src/cli/output-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-output-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('an output file', () => {
  it('is replaced whole, keeps its mode, and leaves nothing else behind', async () => {
    const file = join(folder, 'report.json')
    writeFileSync(file, 'old')
    chmodSync(file, 0o640)
    await writeWhole(file, 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['report.json'])
  })

  it('is the file a link names, not the link', async () => {
    writeFileSync(join(folder, 'real.md'), 'old')
    symlinkSync(join(folder, 'real.md'), join(folder, 'link.md'))
    await writeWhole(join(folder, 'link.md'), 'new')
    expect(readFileSync(join(folder, 'real.md'), 'utf8')).toBe('new')
  })

  it('is refused with the cause when it cannot be written', async () => {
    mkdirSync(join(folder, 'sub'))
    await expect(writeWhole(join(folder, 'sub'), 'x')).rejects.toMatchObject({
      code: 'output',
      message: expect.stringMatching(/it is a folder/) as string,
    })
    await expect(writeWhole(join(folder, 'no/such/file'), 'x')).rejects.toMatchObject({
      message: expect.stringMatching(/the folder does not exist/) as string,
    })
    expect(readdirSync(folder)).toEqual(['sub'])
  })

  it('is never one of the inputs, by whatever name', async () => {
    const input = join(folder, 'deals.csv')
    writeFileSync(input, 'a,b')
    symlinkSync(input, join(folder, 'alias.csv'))
    await expect(refuseInput(join(folder, 'alias.csv'), [input])).rejects.toMatchObject({ code: 'output' })
    await expect(refuseInput(join(folder, 'other.csv'), [input])).resolves.toBeUndefined()
  })
})
