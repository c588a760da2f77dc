// Compares the delimiter and quote we find, told nothing, with answers given by hand.
//
//   node tests/corpus/run.mjs tests/corpus/dialects.ts FOLDER ANNOTATIONS
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SalescheckError } from '../../src/errors.ts'
import { openSource } from '../../src/ingest/head/open-source.ts'
import { annotatedDialects, differentDialect } from './annotations.ts'

async function main(folder: string, annotations: string): Promise<void> {
  const tempDir = mkdtempSync(join(tmpdir(), 'salescheck-dialects-'))
  let right = 0
  let all = 0
  const wrong: string[] = []
  for (const [id, annotated] of annotatedDialects(annotations).entries()) {
    const { name } = annotated
    const path = join(folder, name)
    if (!existsSync(path)) continue
    all++
    try {
      const source = await openSource({ name, path }, { id, tempDir })
      const difference = differentDialect(source, annotated, readFileSync(path))
      if (difference === null) right++
      else wrong.push(`${name}: ${difference}`)
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
