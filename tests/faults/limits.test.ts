// Files no reader should swallow are refused at the command line, in words, within two seconds of work.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inProcess } from '../cli/salescheck.ts'
import { slowness } from '../slowness.ts'

const megabyte = 1024 * 1024
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-limits-'))
  // What a command imports when it is first run is not what is measured.
  await inProcess(['inspect', join(folder, 'nothing.csv'), '--no-config'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file that begins with `start` and is `size` bytes long; nothing but the beginning takes room on the disk. */
function sparse(name: string, start: string, size: number): string {
  const path = join(folder, name)
  const file = openSync(path, 'w')
  writeSync(file, start)
  ftruncateSync(file, size)
  closeSync(file)
  return path
}

const header = 'Deal ID,Stage,Close Date,Amount,Loss Reason\n'

/** Name, path made when asked for, what the message says. */
const refused: readonly (readonly [name: string, path: () => string, says: RegExp])[] = [
  [
    'a field of 600 MB',
    () =>
      sparse(
        'field.csv',
        `${header}1,Closed Lost,2026-01-01,10,"${'x'.repeat(20 * megabyte)}`,
        600 * megabyte,
      ),
    /has a row of more than 16 MiB \(line 2\)/,
  ],
  [
    'a line of 300 MB',
    () => sparse('line.csv', header + 'x'.repeat(20 * megabyte), 300 * megabyte),
    /has a row of more than 16 MiB \(line 2\)/,
  ],
  [
    '600 MB of nothing',
    () => sparse('zeros.csv', '', 600 * megabyte),
    /is binary data|nothing but blank lines/,
  ],
  [
    '600 MB of nothing after a good start',
    () => sparse('tail.csv', `${header}1,Closed Lost,2026-01-01,10,price\n`, 600 * megabyte),
    /is binary data/,
  ],
  [
    '100,000 columns',
    () => {
      const path = join(folder, 'wide.csv')
      const names = Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(',')
      writeFileSync(path, `${names}\n${'1,'.repeat(99_999)}1\n`)
      return path
    },
    /has 100000 columns; salescheck reads up to 16384/,
  ],
  [
    'a gzip bomb',
    () => {
      const path = join(folder, 'bomb.csv.gz')
      writeFileSync(path, gzipSync(Buffer.alloc(200 * megabyte, '1,2\n'), { level: 9 }))
      return path
    },
    /unpacks to more than a sales export ever holds/,
  ],
  [
    'a folder without exports',
    () => {
      mkdirSync(join(folder, 'none'))
      return join(folder, 'none')
    },
    /no exports in/,
  ],
  ['a path that is not there', () => join(folder, 'gone.csv'), /there is no file or folder/],
  ['a device', () => '/dev/zero', /is a device, not a file/],
  [
    'a pipe nobody writes to',
    () => {
      const path = join(folder, 'pipe')
      execFileSync('mkfifo', [path])
      return path
    },
    /nothing writes to the pipe/,
  ],
]

describe.skipIf(process.platform === 'win32')('refused in words', () => {
  it.each(refused)('%s', async (_, path, says) => {
    const file = path()
    const begun = performance.now()
    const { code, stdout, stderr } = await inProcess(['inspect', file, '--no-config'])
    const took = performance.now() - begun
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr.match(/^error: /gm)).toHaveLength(1)
    // Two seconds where the machine does nothing else; it may be busy.
    expect(took).toBeLessThan(8000 * slowness())
    process.stdout.write(
      process.env['SALESCHECK_TIMES'] === undefined ? '' : `${_}: ${Math.round(took)} ms\n`,
    )
  })

  it.skipIf(process.getuid?.() === 0)('an unreadable file', async () => {
    const file = join(folder, 'secret.csv')
    writeFileSync(file, header)
    chmodSync(file, 0)
    const { code, stderr } = await inProcess(['inspect', file, '--no-config'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: no permission to read/)
  })
})
