import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { chiSquareTable } from '../../src/stats/chi-square-table.ts'
import { agreesWithReference, withStatus } from './reference.ts'

agreesWithReference('chisq_rxc', z.object({ table: z.array(z.array(z.number())) }), ({ table }) => {
  const result = chiSquareTable(table)
  return {
    ...withStatus(result),
    chi2: result.statistic,
    cramersVcorrected: result.correctedV,
    propExpectedLt5: result.smallExpectedShare,
  }
})

describe('chiSquareTable', () => {
  it('finds nothing in a table of independent counts', () => {
    expect(
      chiSquareTable([
        [10, 20],
        [30, 60],
      ]),
    ).toMatchObject({ statistic: 0, p: 1, cramersV: 0, correctedV: 0 })
  })

  it('finds a complete relation', () => {
    const { cramersV, statistic } = chiSquareTable([
      [50, 0],
      [0, 50],
    ])
    expect(cramersV).toBeCloseTo(1, 14)
    expect(statistic).toBeCloseTo(100, 12)
  })

  it('has no answer for an empty table or a single row', () => {
    expect(chiSquareTable([]).reason).toBe('fewer than 2 rows or columns with any count')
    expect(chiSquareTable([[1, 2, 3]]).p).toBeNull()
    expect(
      chiSquareTable([
        [0, 0],
        [0, 0],
      ]).p,
    ).toBeNull()
  })

  it('refuses ragged rows and negative counts', () => {
    expect(() => chiSquareTable([[1, 2], [3]])).toThrow(RangeError)
    expect(() =>
      chiSquareTable([
        [1, -2],
        [3, 4],
      ]),
    ).toThrow(RangeError)
  })
})
