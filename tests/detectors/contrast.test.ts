// Two groups side by side, and days waited, as they are written.
import { describe, expect, it } from 'vitest'
import { contrastTable, contrastText, npsContrast, shareContrast } from '../../src/detectors/contrast.ts'
import { waitingQuantile, waitingText } from '../../src/detectors/waiting-days.ts'

const counts = (detractors: number, passives: number, promoters: number) => ({
  detractors,
  passives,
  promoters,
})

describe('contrasts', () => {
  it('an NPS of four answers is not shown', () => {
    expect(npsContrast('NPS', counts(1, 1, 2), counts(10, 10, 20))).toBeNull()
  })

  it('say both values, both n and the difference', () => {
    const found = npsContrast('NPS', counts(20, 10, 10), counts(10, 10, 20))
    expect(found).toMatchObject({ troubled: { value: -0.25, n: 40 }, others: { value: 0.25, n: 40 } })
    expect(found && contrastText(found)).toMatch(
      /^NPS -25 \(40 answers\) against \+25 \(40\): -50 points, 95 % interval -\d+ to -\d+$/,
    )
  })

  it('of shares use the N-1 chi-square: 56 of 70 against 48 of 80, p = 0.00826', () => {
    const found = shareContrast('kept', 'customers', { x: 56, n: 70 }, { x: 48, n: 80 })
    expect(found?.difference).toBeCloseTo(0.2, 12)
    expect(found?.p).toBeCloseTo(0.00826, 5)
  })

  it('without any there is no table', () => {
    expect(contrastTable([null, null], ['Troubled', 'Others'], 'Note.')).toBeNull()
  })
})

describe('days waited', () => {
  const events = Array.from({ length: 19 }, (_, index) => ({ days: index + 1, happened: true, count: 1 }))

  it('half of nineteen, one a day, within ten days', () => {
    expect(waitingQuantile(events, 0.5)?.quantile).toBe(10)
  })

  it('nine events are too few', () => {
    expect(waitingQuantile(events.slice(0, 9), 0.5)).toBeNull()
  })

  it('what is never reached is said to take longer than anyone was watched', () => {
    const rows = [...events, { days: 60, happened: false, count: 100 }]
    expect(waitingText(waitingQuantile(rows, 0.5))).toBe('more than 60 days')
  })
})
