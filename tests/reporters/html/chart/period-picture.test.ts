import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../../src/report/index.ts'
import { periodPicture } from '../../../../src/reporters/html/chart/period-picture.ts'
import { monthTable } from '../sample.ts'

const chart = monthTable.chart as Chart

describe('a chart over periods', () => {
  it('leaves out periods before the first value and keeps those that are not final', () => {
    const picture = periodPicture(monthTable, chart)
    expect(picture?.periods).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
    ])
    expect(picture?.provisional).toEqual([false, false, false, false, false, true, true])
    expect(picture?.provisionalLabel).toBe('Not final')
    expect(picture?.beside?.values).toEqual([250, 260, 270, 300, 340, 380, 420])
    expect(picture?.lines[0]?.values.at(-1)).toBeNull()
  })

  it('needs two values', () => {
    expect(periodPicture({ ...monthTable, rows: monthTable.rows.slice(0, 2) }, chart)).toBeNull()
    expect(periodPicture({ ...monthTable, rows: [] }, chart)).toBeNull()
    expect(periodPicture(monthTable, { ...chart, y: ['gone'] })).toBeNull()
  })
})
