import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { SalescheckError } from '../../../src/errors.ts'
import { openSource } from '../../../src/ingest/head/open-source.ts'
import { assertUnchanged } from '../../../src/ingest/head/stamp.ts'
import { fileWith, newFolder, opened, recordsOf, summaryOf } from './opened.ts'

const text = 'deal;owner;reason\n1;Zoë;zu teuer – für uns\n2;José;"kein\nBudget"\n'
const rows = ['2 1|Zoë|zu teuer – für uns', '3 2|José|kein\nBudget']

async function rowsOf(content: string | Buffer, encoding?: string): Promise<string[]> {
  const source = await opened(content, encoding === undefined ? {} : { encoding })
  return (await recordsOf(source)).records.map(summaryOf)
}

async function refusal(content: string | Buffer, name?: string): Promise<SalescheckError> {
  try {
    await opened(content, {}, name)
  } catch (error) {
    if (error instanceof SalescheckError) return error
    throw error
  }
  throw new Error('not refused')
}

const utf16be = (content: string): Buffer => Buffer.from(content, 'utf16le').swap16()

describe('encodings', () => {
  const same: readonly (readonly [name: string, bytes: Buffer, encoding: string])[] = [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 little endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 little endian without one', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 big endian with a mark', utf16be(`\ufeff${text}`), 'utf-16be'],
    ['UTF-16 big endian without one', utf16be(text), 'utf-16be'],
    ['Windows-1252', Buffer.from(text.replace('–', '\u0096'), 'latin1'), 'windows-1252'],
  ]
  test.each(same)('%s is read as what it says', async (_, bytes, encoding) => {
    const source = await opened(bytes)
    expect(source.encoding).toBe(encoding)
    expect(source.header.names).toEqual(['deal', 'owner', 'reason'])
    expect((await recordsOf(source)).records.map(summaryOf)).toEqual(rows)
    expect(source.rewritten).toBe(encoding !== 'utf-8')
    expect(source.bytes).toBe(bytes.length)
  })

  test('Windows-1252 is said, with the line of the first byte that is not UTF-8', async () => {
    const source = await opened(Buffer.from('id,reason\n1,price\n2,caf\xe9\n', 'latin1'))
    expect(source.diagnostics).toMatchObject([{ code: 'windows-1252-assumed', line: 3 }])
  })

  test('a UTF-8 file with a few bad bytes stays UTF-8: only they are read otherwise', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id,reason\n1,größer\n2,zu früh\n3,caf'),
      Buffer.from([0xe9]),
      Buffer.from('\n'),
    ])
    const source = await opened(bytes)
    expect(source.encoding).toBe('utf-8')
    expect(source.diagnostics).toMatchObject([{ code: 'invalid-utf8', line: 4 }])
    expect((await recordsOf(source)).records.map(summaryOf)).toEqual([
      '2 1|größer',
      '3 2|zu früh',
      '4 3|café',
    ])
  })

  test('a character that two pieces of a big file share is no damage', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const source = await opened(`id,reason\n${'x'.repeat(shift)},${'€'.repeat(400_000)}\n1,b\n`)
      expect(source.encoding).toBe('utf-8')
    }
  })

  test('a named encoding is obeyed', async () => {
    const shiftJis = Buffer.from([
      0x69, 0x64, 0x2c, 0x8e, 0xf3, 0x92, 0x8d, 0x0a, 0x31, 0x2c, 0x8e, 0xb8, 0x92, 0x8d, 0x0a,
    ])
    expect(await rowsOf(shiftJis, 'shift_jis')).toEqual(['2 1|失注'])
    await expect(opened('a,b\n', { encoding: 'klingon' })).rejects.toMatchObject({ code: 'usage' })
  })

  test('an odd byte at the end of UTF-16 is dropped and told', async () => {
    const source = await opened(Buffer.concat([Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from([0x41])]))
    expect(source.diagnostics.map(({ code }) => code)).toEqual(['odd-length'])
    expect((await recordsOf(source)).records.map(summaryOf)).toEqual(rows)
  })
})

describe('line ends and control bytes', () => {
  test('lone carriage returns end rows where no line feed does', async () => {
    const source = await opened('id,reason\r1,price\r2,"no\rbudget"\r')
    expect(source.dialect.newline).toBe('cr')
    expect(source.diagnostics.map(({ code }) => code)).toEqual(['lone-cr'])
    expect((await recordsOf(source)).records.map(summaryOf)).toEqual(['2 1|price', '3 2|no\nbudget'])
  })

  test('line feeds within the cells of such a file end no row', async () => {
    const source = await opened('id,reason,amount\r1,price,10\r2,no\nbudget,20\r3,time,30\r')
    expect(source.dialect.newline).toBe('cr')
    expect(source.diagnostics.map(({ code }) => code)).toEqual(['bare-line-feeds', 'lone-cr'])
    expect((await recordsOf(source)).records.map(summaryOf)).toEqual([
      '2 1|price|10',
      '3 2|no budget|20',
      '4 3|time|30',
    ])
  })

  test('in a file of mixed line ends a lone carriage return ends a row that is complete', async () => {
    const source = await opened('id,reason,amount\r\n1,price,10\n2,time,20\r3,a\rb,30\r\r\n4,x,40\n')
    const { records } = await recordsOf(source)
    expect(records.map(summaryOf)).toEqual(['2 1|price|10', '3 2|time|20', '4 3|a\rb|30', '7 4|x|40'])
    expect(source.diagnostics.map(({ code }) => code)).toContain('mixed-line-ends')
  })

  test('NUL bytes are dropped and told, and Ctrl-Z at the end is no row', async () => {
    const source = await opened('id,reason\n1,\0price\n2,time\n\u001a')
    expect(source.diagnostics).toMatchObject([{ code: 'nul-bytes', line: 2 }])
    const { records, diagnostics } = await recordsOf(source)
    expect(records.map(summaryOf)).toEqual(['2 1|price', '3 2|time'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['ctrl-z'])
  })
})

describe('packed and piped', () => {
  test('gzip is known by its bytes, also under another name, and hashed as given', async () => {
    for (const name of ['export.csv.gz', 'export.csv']) {
      const packed = gzipSync(text)
      const source = await opened(packed, {}, name)
      expect(source.compression).toBe('gzip')
      expect(source.bytes).toBe(packed.length)
      expect(source.sha256).toBe(createHash('sha256').update(packed).digest('hex'))
      expect((await recordsOf(source)).records.map(summaryOf)).toEqual(rows)
    }
  })

  test('gzip in several members, holding UTF-16, is read whole', async () => {
    const half = text.indexOf('2;')
    const bytes = [`\ufeff${text.slice(0, half)}`, text.slice(half)].map((part) =>
      gzipSync(Buffer.from(part, 'utf16le')),
    )
    const source = await opened(Buffer.concat(bytes))
    expect(source.encoding).toBe('utf-16le')
    expect((await recordsOf(source)).records.map(summaryOf)).toEqual(rows)
  })

  test('gzip of many pieces leaves no listeners behind', async () => {
    const warned = vi.fn<() => void>()
    process.on('warning', warned)
    const noise = Array.from({ length: 300_000 }, (_, at) => `D${(at * 2_654_435_761) % 4_294_967_296},${at}`)
    const source = await opened(gzipSync(`Deal ID,Amount\n${noise.join('\n')}\n`))
    // Warnings are told in the next turn of the loop.
    await new Promise((done) => setImmediate(done))
    process.off('warning', warned)
    expect(source.compression).toBe('gzip')
    expect(warned).not.toHaveBeenCalled()
  })

  test('gzip that is cut short or damaged is refused in words', async () => {
    const packed = gzipSync(
      'id,reason\n' + Array.from({ length: 500 }, (_, id) => `${id},reason ${id * 7919}\n`).join(''),
    )
    expect((await refusal(packed.subarray(0, packed.length / 2))).message).toContain('cut short')
    const broken = Buffer.from(packed)
    broken.fill(0xff, 40, 60)
    expect((await refusal(broken)).message).toContain('damaged')
  })

  test('a gzip bomb is stopped by what comes out of it', async () => {
    const error = await refusal(gzipSync(Buffer.alloc(200 * 1024 * 1024)))
    expect(error.code).toBe('input-too-large')
  })

  test('standard input is read to its end', async () => {
    const stdin = Readable.from([Buffer.from(text.slice(0, 20)), Buffer.from(text.slice(20))])
    const source = await openSource({ name: 'stdin', path: null }, { id: 3, tempDir: newFolder(), stdin })
    expect(source.userFile).toBeNull()
    expect(source.sha256).toBe(createHash('sha256').update(text).digest('hex'))
    expect((await recordsOf(source)).records.map(summaryOf)).toEqual(rows)
  })

  test.skipIf(process.platform === 'win32')(
    'a named pipe nobody writes to is refused, not waited for',
    async () => {
      const pipe = join(newFolder(), 'pipe')
      execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', pipe])
      await expect(
        openSource({ name: pipe, path: pipe }, { id: 0, tempDir: newFolder() }),
      ).rejects.toMatchObject({
        code: 'input-unreadable',
        message: `nothing writes to the pipe ${pipe}`,
      })
    },
  )
})

describe('what is no table is named', () => {
  const cases: readonly (readonly [what: string, content: string | Buffer, words: string])[] = [
    ['an empty file', '', 'is empty'],
    ['a byte order mark alone', '\ufeff', 'blank lines'],
    ['blank lines', '\n\r\n \n', 'blank lines'],
    [
      'a workbook',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from('xl/workbook.xml')]),
      'Excel workbook',
    ],
    [
      'a zip archive',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from('deals.csv')]),
      'zip archive',
    ],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'old Excel workbook'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'PDF'],
    ['a login page', '<!DOCTYPE html><html><head><title>Sign in</title></head></html>', 'login page'],
    ['a page with leading blanks', '\n\n  <html><body>x</body></html>', 'HTML'],
    ['JSON', '[{"a":1}]', 'JSON'],
    ['JSON lines', '{"id": 1, "reason": "price"}\n{"id": 2}\n', 'JSON'],
    ['a list of lists, cut off', '[["id", "reason"],\n["1", "pri', 'JSON'],
    ['a list of words, cut off', '[ "id",\n  "reason",\n', 'JSON'],
    ['an object, cut off within its first name', '{"dea', 'JSON'],
    ['XML', '<?xml version="1.0"?><deals/>', 'XML'],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) % 256)), 'binary'],
    ['a disk image of zeros', Buffer.alloc(5000), 'blank lines'],
  ]
  test.each(cases)('%s', async (_, content, words) => {
    const error = await refusal(content)
    expect(error.code).toBe('input-not-a-table')
    expect(error.message).toContain(words)
    expect(error.hint).toBeDefined()
  })

  test('a table whose first cell looks like a tag or a list is a table', async () => {
    expect((await opened('<none>,b\n1,2\n')).header.names).toEqual(['<none>', 'b'])
    expect((await opened('[id],[reason]\n1,price\n')).header.names).toEqual(['[id]', '[reason]'])
    expect((await opened('{id},{reason}\n1,price\n')).header.names).toEqual(['{id}', '{reason}'])
  })
})

describe('limits', () => {
  test('a row without end is refused, with its line', async () => {
    const error = await refusal(`id,reason\n1,${'x'.repeat(17 * 1024 * 1024)}`)
    expect(error).toMatchObject({ code: 'input-too-large', place: { line: 2 } })
  })

  test('too many columns are refused', async () => {
    const header = Array.from({ length: 100_000 }, (_, column) => `c${column}`).join(',')
    expect(await refusal(`${header}\n`)).toMatchObject({ code: 'input-too-large' })
  })

  test('cells of 200 kB, quotes in every place, are read in no time', async () => {
    const long = [
      '"'.repeat(200_000),
      '""'.repeat(100_000),
      `"${'a"'.repeat(100_000)}`,
      ' '.repeat(200_000),
      ',"'.repeat(100_000),
    ]
    for (const cell of long) {
      const begun = performance.now()
      const source = await opened(`id,reason,amount\n1,price,10\n2,${cell},20\n3,time,30\n`)
      const { records } = await recordsOf(source)
      expect(records.some((record) => summaryOf(record) === '4 3|time|30')).toBe(true)
      expect(performance.now() - begun).toBeLessThan(1500)
    }
  })
})

test('a file that changes or vanishes while it is read is noticed', async () => {
  const path = fileWith('a,b\n1,2\n')
  const source = await openSource({ name: path, path }, { id: 0, tempDir: newFolder() })
  assertUnchanged(source)
  utimesSync(path, new Date(0), new Date(0))
  expect(() => assertUnchanged(source)).toThrow(/changed while it was read/)
  expect(() => assertUnchanged({ ...source, userFile: `${path}.gone` })).toThrow(/vanished/)
})

test('temporary copies stay in the folder given for them, also when a source is opened again', async () => {
  const path = fileWith(Buffer.from('a,b\n1,caf\xe9\n', 'latin1'))
  const tempDir = newFolder()
  const first = await openSource({ name: path, path }, { id: 0, tempDir })
  const again = await openSource({ name: path, path }, { id: 0, tempDir, encoding: 'windows-1252' })
  expect(readFileSync(again.file, 'utf8')).toBe('a,b\n1,café\n')
  expect(first.file).not.toBe(again.file)
  expect(readdirSync(tempDir)).toHaveLength(2)
})

test('a temporary folder that is gone is an error in words', async () => {
  const path = fileWith(Buffer.from('a,b\n1,caf\xe9\n', 'latin1'))
  writeFileSync(path, Buffer.from('a,b\n1,caf\xe9\n', 'latin1'))
  const options = { id: 0, tempDir: join(newFolder(), 'gone') }
  await expect(openSource({ name: path, path }, options)).rejects.toBeInstanceOf(SalescheckError)
})

test('an aborted signal ends the opening', async () => {
  const path = fileWith('a,b\n1,2\n')
  const options = { id: 0, tempDir: newFolder(), signal: AbortSignal.abort() }
  await expect(openSource({ name: path, path }, options)).rejects.toMatchObject({ name: 'AbortError' })
})
