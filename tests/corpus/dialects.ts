// Compares the delimiter and quote we find, told nothing, with answers given by hand.
//
//   node tests/corpus/run.mjs tests/corpus/dialects.ts FOLDER ANNOTATIONS
//
// ANNOTATIONS: lines of `file|encoding|delimiter|quote|…` with the words comma, semicolon, tab, vslash, space, doublequote, singlequote.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SalescheckError } from '../../src/errors.ts'
import { openSource } from '../../src/ingest/head/open-source.ts'

const characters = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['vslash', '|'],
  ['vbar', '|'],
  ['space', ' '],
  ['colon', ':'],
  ['doublequote', '"'],
  ['singlequote', "'"],
])

async function main(folder: string, annotations: string): Promise<void> {
  const tempDir = mkdtempSync(join(tmpdir(), 'salescheck-dialects-'))
  let right = 0
  let all = 0
  const wrong: string[] = []
  for (const [id, line] of readFileSync(annotations, 'utf8').split(/\r?\n/).entries()) {
    const [name = '', , delimiterWord = '', quoteWord = ''] = line.split('|')
    const path = join(folder, name)
    if (line.startsWith('#') || name === '' || name === 'file_name' || !existsSync(path)) continue
    all++
    const delimiter = characters.get(delimiterWord) ?? delimiterWord
    const quote = characters.get(quoteWord) ?? quoteWord
    try {
      const { dialect, header } = await openSource({ name, path }, { id, tempDir })
      // A space after the delimiter is part of it in our reading; in a table of one column there is none to find.
      const sameDelimiter =
        dialect.delimiter[0] === delimiter || (header.names.length === 1 && delimiter === '')
      const sameQuote = quote === '' || dialect.quote === quote || !readFileSync(path).includes(quote)
      if (sameDelimiter && sameQuote) right++
      else
        wrong.push(
          `${name}: ${JSON.stringify(dialect.delimiter)} ${dialect.quote}, not ${delimiterWord} ${quoteWord}`,
        )
    } catch (error) {
      if (!(error instanceof SalescheckError)) throw error
      wrong.push(`${name}: ${error.message}`)
    }
  }
  rmSync(tempDir, { recursive: true, force: true })
  console.log(`dialect right: ${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`)
  for (const line of wrong) console.log(`  ${line}`)
}

const [, , folder, annotations] = process.argv
if (folder === undefined || annotations === undefined || !existsSync(folder) || !existsSync(annotations)) {
  process.stderr.write('NOT RUN: name the folder of files and the file of annotations.\n')
  process.exitCode = 2
} else {
  await main(folder, annotations)
}
