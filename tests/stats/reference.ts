// Runs a function over a file of fixtures/reference: values computed by R (the file names the version) and checked a
// second time by other programs. Pass rule per number: |got - expected| <= abs + rel * |expected|; strings, booleans
// and null must be equal; keys the file does not know are ignored.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

export interface Case {
  id: string
  input: never
  expected: unknown
  tolerance: { abs: number; rel: number }
  note?: string
}

export function readCases(file: string): Case[] {
  const url = new URL(`../../fixtures/reference/${file}.json`, import.meta.url)
  return (JSON.parse(readFileSync(url, 'utf8')) as { cases: Case[] }).cases
}

/** Every case of `file` through `run`, one test per case. `run` returns the output under the file's own names. */
export function agreesWithReference<Input>(file: string, run: (input: Input) => unknown): void {
  describe(`${file} agrees with R`, () => {
    const cases = readCases(file)
    it('has cases', () => expect(cases.length).toBeGreaterThan(0))
    it.each(cases.map((one) => [one.note ? `${one.id}: ${one.note}` : one.id, one] as const))(
      '%s',
      (_, one) => {
        expect(differences(run(one.input), one.expected, one.tolerance, '')).toEqual([])
      },
    )
  })
}

function differences(got: unknown, expected: unknown, tolerance: Case['tolerance'], path: string): string[] {
  const wanted = readNumber(expected)
  if (typeof wanted === 'number') {
    if (typeof got !== 'number') return [`${path}: got ${JSON.stringify(got)}, expected ${wanted}`]
    if (Object.is(got, wanted) || got === wanted) return []
    const near = Math.abs(got - wanted) <= tolerance.abs + tolerance.rel * Math.abs(wanted)
    return near ? [] : [`${path}: got ${got}, expected ${wanted}`]
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got)) return [`${path}: not a list`]
    const lengths =
      got.length === expected.length ? [] : [`${path}: length ${got.length}, not ${expected.length}`]
    return [
      ...lengths,
      ...expected.flatMap((item, i) => differences(got[i], item, tolerance, `${path}[${i}]`)),
    ]
  }
  if (expected !== null && typeof expected === 'object') {
    if (got === null || typeof got !== 'object') return [`${path}: not a record`]
    const record = got as Record<string, unknown>
    return Object.entries(expected).flatMap(([key, item]) =>
      differences(record[key], item, tolerance, path === '' ? key : `${path}.${key}`),
    )
  }
  return got === expected ? [] : [`${path}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`]
}

function readNumber(value: unknown): unknown {
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? Number(value) : value
}
