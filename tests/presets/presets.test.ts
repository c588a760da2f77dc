import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recognise } from '../../src/ingest/recognise/index.ts'
import type { Mapping } from '../../src/ingest/mapping.ts'
import { presets } from '../../src/presets/index.ts'
import { tables } from '../../src/schema/index.ts'
import { expected, sampleOf } from './samples.ts'

/** Samples of one preset in several shapes. */
const presetOf = new Map([['pipedrive-deals-unprefixed', 'pipedrive-deals']])

function headersByColumn(mapping: Mapping): Record<string, string | string[]> {
  const found = new Map<string, string[]>()
  for (const { column, header } of mapping.columns) found.set(column, [...(found.get(column) ?? []), header])
  return Object.fromEntries(
    [...found].map(([column, headers]) => [column, headers.length === 1 ? (headers[0] ?? '') : headers]),
  )
}

const sorted = (columns: Readonly<Record<string, string | readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(columns)
      .map(([column, headers]): [string, string | string[]] => [
        column,
        typeof headers === 'string' ? headers : headers.toSorted(),
      ])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

describe('every sample is recognised as what it is, with the columns written down for it', () => {
  test.each([...expected.keys()])('%s', (id) => {
    const mapping = recognise(sampleOf(id), { presets })
    expect(mapping.preset).toBe(presetOf.get(id) ?? id)
    expect(mapping.table).toBe(expected.get(id)?.table)
    expect(sorted(headersByColumn(mapping))).toEqual(sorted(expected.get(id)?.columns ?? {}))
  })
})

describe('every sample is recognised as itself whatever the order of its columns and presets', () => {
  test.each([...expected.keys()])('%s', (id) => {
    const { name, header, sample } = sampleOf(id)
    const turned = {
      name,
      header: { names: header.names.toReversed() },
      sample: sample.map(({ line, cells }) => ({ line, cells: cells.toReversed() })),
    }
    const mapping = recognise(turned, { presets: presets.toReversed() })
    expect([mapping.preset, mapping.table]).toEqual([presetOf.get(id) ?? id, expected.get(id)?.table])
  })
})

const share = (text: string): number => Number(/: (\d+) of/.exec(text)?.[1] ?? 0)

describe('no other preset knows a sample better or as well', () => {
  test.each([...expected.keys()])('%s', (id) => {
    const own = presetOf.get(id) ?? id
    const others = presets.filter((preset) => preset.id !== own)
    const without = recognise(sampleOf(id), { presets: others })
    const known = share(recognise(sampleOf(id), { presets }).recognised)
    expect(without.preset === null ? 0 : share(without.recognised)).toBeLessThan(known)
  })
})

test('there are presets for at least 70 exports, each with a sample', () => {
  const samples = readdirSync(join(import.meta.dirname, '../../fixtures/exports')).map((name) =>
    name.replace(/\.csv$/, ''),
  )
  expect(presets.length).toBeGreaterThanOrEqual(70)
  expect(presets.map(({ id }) => id).filter((id) => !samples.includes(id))).toEqual([])
  expect([...expected.keys()].toSorted()).toEqual(samples.toSorted())
})

test('presets name only columns, choices and constants that the schema has', () => {
  const wrong = presets.flatMap(({ id, table, columns, also, values, constants }) => {
    const known = tables[table].columns
    const named = [
      ...Object.keys(columns),
      ...Object.keys(also ?? {}),
      ...Object.keys(values ?? {}),
      ...Object.keys(constants ?? {}),
    ]
    const choices = Object.entries(values ?? {}).flatMap(([column, words]) =>
      Object.keys(words).filter((choice) => known[column]?.choices?.includes(choice) !== true),
    )
    return [...named.filter((column) => known[column] === undefined), ...choices].map(
      (name) => `${id}: ${name}`,
    )
  })
  expect(wrong).toEqual([])
})
