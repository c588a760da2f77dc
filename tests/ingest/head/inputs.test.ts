import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SalescheckError } from '../../../src/errors.ts'
import { findInputs } from '../../../src/ingest/head/inputs.ts'
import { newFolder } from './opened.ts'

function folderWith(...files: string[]): string {
  const folder = newFolder()
  for (const file of files) {
    const path = join(folder, file)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, 'a,b\n1,2\n')
  }
  return folder
}

function errorOf(action: () => unknown): SalescheckError {
  try {
    action()
  } catch (error) {
    if (error instanceof SalescheckError) return error
    throw error
  }
  throw new Error('no error')
}

describe('folders', () => {
  test('give their exports by code unit, those of folders below in place, and nothing else', () => {
    const folder = folderWith(
      'b.csv',
      'a.tsv',
      'Z.TXT',
      'c.csv.gz',
      'notes.md',
      'book.xlsx',
      'q1/x.csv',
      '.hidden.csv',
      '.git/y.csv',
    )
    const names = findInputs([folder]).map(({ name }) => name.slice(folder.length + 1))
    expect(names).toEqual(['Z.TXT', 'a.tsv', 'b.csv', 'c.csv.gz', 'q1/x.csv'])
  })

  test('without exports are an error that says what is looked for', () => {
    const error = errorOf(() => findInputs([folderWith('notes.md')]))
    expect(error.code).toBe('input-missing')
    expect(error.message).toContain('no exports in')
    expect(error.hint).toContain('.csv')
  })

  test('that lead back to themselves by a link are read once', () => {
    const folder = folderWith('a.csv')
    symlinkSync(folder, join(folder, 'again'))
    expect(findInputs([folder])).toHaveLength(1)
  })
})

describe('files', () => {
  test('are taken as named, whatever their extension, and once however often they are named', () => {
    const folder = folderWith('export.dat', 'a.csv')
    const file = join(folder, 'export.dat')
    expect(findInputs([file, folder, file]).map(({ name }) => name)).toEqual([file, join(folder, 'a.csv')])
  })

  test('with quotes, wildcards and dollars in their names are just files', () => {
    const folder = folderWith(`it's 100% [of] *all*? $(x).csv`)
    expect(findInputs([folder])).toHaveLength(1)
  })

  test('that are missing, or below a file, are named', () => {
    const folder = folderWith('a.csv')
    for (const path of [join(folder, 'b.csv'), join(folder, 'a.csv', 'c.csv'), '', 'x'.repeat(5000)]) {
      expect(errorOf(() => findInputs([path])).code).toBe('input-missing')
    }
  })

  test.skipIf(process.platform === 'win32')('that are devices are refused', () => {
    expect(errorOf(() => findInputs(['/dev/zero'])).message).toContain('is a device')
  })

  test.skipIf(process.getuid?.() === 0)('in a folder without permission: the folder is named', () => {
    const folder = folderWith('locked/a.csv')
    chmodSync(join(folder, 'locked'), 0)
    expect(errorOf(() => findInputs([join(folder, 'locked')])).code).toBe('input-unreadable')
    chmodSync(join(folder, 'locked'), 0o700)
  })
})

test('a dash is standard input, once', () => {
  expect(findInputs(['-', '-'])).toEqual([{ name: 'stdin', path: null }])
})
