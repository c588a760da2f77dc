// Header sets of exports as research wrote them down, more than the samples have, against the mappings written by hand for the samples.
// SALESCHECK_EXPORTS names the file: [{ tool, entity, variant, headers, confidence }, …]; it is no part of the project.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { recognise } from '../../src/ingest/recognise/index.ts'
import { presets } from '../../src/presets/index.ts'
import { expected, sampleOf } from './samples.ts'

interface KnownExport {
  readonly tool: string
  readonly entity: string
  readonly variant: string | null
  readonly headers: readonly string[]
  readonly confidence: string
}

const path = process.env['SALESCHECK_EXPORTS'] ?? ''
const ready = path !== '' && existsSync(path)
if (!ready)
  console.warn('\nSALESCHECK_EXPORTS is not set or not there: the header sets of exports do NOT run.\n')

const fold = (name: string): string => name.trim().toLowerCase()

/** Alternatives in one cell (`a|b`) are two exports; blank and repeated names are told apart, as reading a file does. */
function namesOf(headers: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headers
    .map((header) => header.split('|')[0]?.trim() ?? '')
    .map((name, index) => (name === '' ? `column ${index + 1}` : name))
    .map((name) => {
      const times = (seen.get(name) ?? 0) + 1
      seen.set(name, times)
      return times === 1 ? name : `${name} (${times})`
    })
}

/** The sample with most of its expected headers in the set. */
function nearestSample(names: readonly string[]): string {
  const given = new Set(names.map(fold))
  let best = ''
  let most = -1
  for (const [id, { columns }] of expected) {
    const headers = Object.values(columns).flat()
    const known = headers.filter((header) => given.has(fold(header))).length
    const whole = sampleOf(id).header.names.filter((header) => given.has(fold(header))).length
    const score = known / Math.max(headers.length, 1) + whole / Math.max(names.length, 1)
    if (score > most) {
      best = id
      most = score
    }
  }
  return best
}

/** `<question text>` stands for what the maker of the survey asked: the question of the sample. */
function withQuestion(
  names: readonly string[],
  columns: readonly (readonly [string, string | readonly string[]])[],
): string[] {
  const asked = columns.find(([column]) => column === 'score' || column === 'satisfaction')?.[1]
  const question = [asked ?? []].flat()[0]
  const at = question === undefined ? -1 : names.findIndex((name) => name.startsWith('<question'))
  return names.map((name, index) => (index === at ? (question ?? name) : name))
}

/** What is not as expected; null when all is. */
function miss({ headers }: KnownExport): string | null {
  const id = nearestSample(namesOf(headers))
  const sample = sampleOf(id)
  const names = withQuestion(namesOf(headers), Object.entries(expected.get(id)?.columns ?? {}))
  const column = names.map((name) => sample.header.names.findIndex((own) => fold(own) === fold(name)))
  const mapping = recognise(
    {
      name: 'export.csv',
      header: { names },
      sample: sample.sample.map(({ line, cells }) => ({ line, cells: column.map((at) => cells[at] ?? '') })),
    },
    { presets },
  )
  const { table, columns } = expected.get(id) ?? { table: '', columns: {} }
  if (mapping.table !== table) return `${id}: ${mapping.table ?? mapping.recognised}, not ${table}`
  const given = new Map(names.map((name) => [fold(name), name]))
  const wrong = Object.entries(columns).flatMap(([name, wanted]) => {
    const want = [wanted].flat().filter((header) => given.has(fold(header)))
    const have = mapping.columns.filter((one) => one.column === name).map(({ header }) => fold(header))
    return want.every((header) => have.includes(fold(header)))
      ? []
      : [`${name} from ${have.join()}, not ${want.join()}`]
  })
  return wrong.length === 0 ? null : `${id}: ${wrong.join('; ')}`
}

describe.runIf(ready)('header sets of high and medium confidence', () => {
  test('are recognised as their table with the columns written down', () => {
    const all = JSON.parse(readFileSync(path, 'utf8')) as readonly KnownExport[]
    const chosen = all.filter(({ confidence }) => confidence !== 'low')
    const misses = chosen.flatMap((one) => {
      const reason = miss(one)
      return reason === null ? [] : [`${one.tool} ${one.entity} ${one.variant ?? ''}: ${reason}`]
    })
    console.log(`${chosen.length - misses.length} of ${chosen.length} header sets as expected`)
    // A plan of leads per day of the whole company is no target of anybody: it names neither owner nor money.
    expect(misses.filter((line) => !line.startsWith('Zoho/BI sheet targets'))).toEqual([])
  })
})
