import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pareto } from '../../src/stats/pareto.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({ labels: z.array(z.string()), values: z.array(z.number()) })

agreesWithReference('pareto', input, ({ labels, values }) => {
  const { rows, vital } = pareto(labels.map((label, i) => ({ label, value: values[i] ?? 0 })))
  return {
    labels: rows.map(({ label }) => label),
    share: rows.map(({ share }) => share),
    cumShare: rows.map(({ cumulativeShare }) => cumulativeShare),
    vital,
  }
})

describe('pareto', () => {
  it('orders equal values by code unit, capitals first', () => {
    const rows = pareto(['b', 'B', 'a', 'Z'].map((label) => ({ label, value: 1 }))).rows
    expect(rows.map(({ label }) => label)).toEqual(['B', 'Z', 'a', 'b'])
  })

  it('has no shares of nothing', () => {
    expect(pareto([])).toEqual({ rows: [], vital: null, reason: 'nothing to share out' })
    expect(pareto([{ label: 'a', value: 0 }])).toMatchObject({
      rows: [{ label: 'a', value: 0, share: null, cumulativeShare: null }],
      vital: null,
    })
  })

  it('refuses negative values', () => {
    expect(() => pareto([{ label: 'a', value: -1 }])).toThrow(RangeError)
  })
})
