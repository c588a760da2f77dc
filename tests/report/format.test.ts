import { describe, expect, it } from 'vitest'
import {
  formatChange,
  formatCount,
  formatList,
  formatMoney,
  formatNps,
  formatNumber,
  formatP,
  formatShare,
} from '../../src/report/index.ts'

describe('numbers for people', () => {
  it('group thousands and keep no sign on a rounded zero', () => {
    expect(formatNumber(1234567.891, 2)).toBe('1,234,567.89')
    expect(formatNumber(-0.004, 2)).toBe('0.00')
    expect(formatNumber(-1234)).toBe('-1,234')
    expect(formatNumber(999)).toBe('999')
  })

  it('write shares in percent, with a decimal only below one percent', () => {
    expect(formatShare(0.274)).toBe('27 %')
    expect(formatShare(0.0041)).toBe('0.4 %')
    expect(formatShare(0)).toBe('0 %')
    expect(formatShare(0.12345, 1)).toBe('12.3 %')
  })

  it('write an NPS with its sign', () => {
    expect(formatNps(0.45)).toBe('+45')
    expect(formatNps(-0.333)).toBe('-33')
    expect(formatNps(0)).toBe('0')
  })

  it('write changes, money, p-values, counts and lists', () => {
    expect(formatChange(0.12)).toBe('+12 %')
    expect(formatChange(-0.04)).toBe('-4 %')
    expect(formatMoney(12345.6, 'EUR')).toBe('EUR 12,346')
    expect(formatMoney(99.5, 'USD')).toBe('USD 99.50')
    expect(formatMoney(50, null)).toBe('50')
    expect(formatP(0.00002)).toBe('< 0.001')
    expect(formatP(0.0312)).toBe('0.031')
    expect(formatCount(1, 'deal')).toBe('1 deal')
    expect(formatCount(1200, 'loss', 'losses')).toBe('1,200 losses')
    expect(formatList(['a', 'b', 'c'])).toBe('a, b and c')
    expect(formatList([])).toBe('')
  })
})
