// Runs a function over a file of fixtures/reference: values computed by R (the file names the version) and
// checked a second time by other programs. Pass rule per number: |got - expected| <= abs + rel * |expected|;
// strings, booleans and null must be equal; the texts "NaN", "Infinity" and "-Infinity" stand for those
// numbers; keys the file does not know are ignored.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const fileSchema = z.object({
  n: z.number(),
  cases: z.array(
    z.object({
      id: z.string(),
      input: z.unknown(),
      expected: z.unknown(),
      tolerance: z.object({ abs: z.number(), rel: z.number() }),
      note: z.string().optional(),
    }),
  ),
})

/**
 * Every case of `file` through `run`, one test per case. `run` returns the output under the file's own names.
 */
export function agreesWithReference<Schema extends z.ZodType>(
  file: string,
  input: Schema,
  run: (input: z.infer<Schema>) => unknown,
): void {
  const url = new URL(`../../fixtures/reference/${file}.json`, import.meta.url)
  const { n, cases } = fileSchema.parse(JSON.parse(readFileSync(url, 'utf8')))
  describe(`reference values of ${file}`, () => {
    it('are all there', () => expect(cases.length).toBe(n))
    it.each(cases.map((one) => [one.note ? `${one.id}: ${one.note}` : one.id, one] as const))(
      '%s',
      (_, one) => {
        expect(differences(run(input.parse(one.input)), one.expected, one.tolerance)).toEqual([])
      },
    )
  })
}

/** Where `got` is not what was expected, one line per place. */
export function differences(
  got: unknown,
  expected: unknown,
  tolerance: { abs: number; rel: number },
  path = '',
): string[] {
  const wanted = readNumber(expected)
  if (typeof wanted === 'number') {
    const isSame = Object.is(got, wanted) || got === wanted
    const isNear =
      typeof got === 'number' && Math.abs(got - wanted) <= tolerance.abs + tolerance.rel * Math.abs(wanted)
    return isSame || isNear ? [] : [`${path}: got ${String(got)}, expected ${wanted}`]
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got)) return [`${path}: not a list`]
    const list: unknown[] = got
    const lengths =
      list.length === expected.length ? [] : [`${path}: length ${list.length}, not ${expected.length}`]
    return [
      ...lengths,
      ...expected.flatMap((item, i) => differences(list[i], item, tolerance, `${path}[${i}]`)),
    ]
  }
  if (isRecord(expected)) {
    if (!isRecord(got)) return [`${path}: not a record`]
    return Object.entries(expected).flatMap(([key, item]) =>
      differences(got[key], item, tolerance, `${path}.${key}`),
    )
  }
  return got === expected ? [] : [`${path}: got ${String(got)}, expected ${String(expected)}`]
}

function readNumber(value: unknown): unknown {
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? Number(value) : value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** The files say 'ok' or 'undefined' where the functions give a reason. */
export function withStatus<Result extends { readonly reason: string | null }>(
  result: Result,
): Result & { status: 'ok' | 'undefined' } {
  return { ...result, status: result.reason === null ? 'ok' : 'undefined' }
}
