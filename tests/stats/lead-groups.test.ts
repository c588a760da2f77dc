import { describe, expect, it } from 'vitest'
import { groupLeads } from '../../src/stats/lead-groups.ts'

describe('groupLeads', () => {
  it('gives month, age and lag in days', () => {
    expect(groupLeads([{ createdOn: '2024-01-10', convertedOn: '2024-01-15' }], '2024-03-31')).toEqual([
      { month: '2024-01', ageDays: 81, lagDays: 5, count: 1 },
    ])
  })

  it('counts alike leads together and keeps impossible ones', () => {
    const leads = [
      { createdOn: '2024-02-28', convertedOn: null },
      { createdOn: '2024-02-28', convertedOn: '2024-02-27' },
      { createdOn: '2024-02-28', convertedOn: null },
      { createdOn: '2024-03-02', convertedOn: null },
    ]
    expect(groupLeads(leads, '2024-03-01')).toEqual([
      { month: '2024-02', ageDays: 2, lagDays: null, count: 2 },
      { month: '2024-02', ageDays: 2, lagDays: -1, count: 1 },
      { month: '2024-03', ageDays: -1, lagDays: null, count: 1 },
    ])
  })

  it('refuses what is no date', () => {
    expect(() => groupLeads([{ createdOn: '10.01.2024', convertedOn: null }], '2024-03-01')).toThrow(
      RangeError,
    )
  })
})
