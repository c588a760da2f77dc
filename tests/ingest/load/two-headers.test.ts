// Some tools keep one thing in two columns, filled in turn: the day a deal was won and the day it was lost.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { salescheck } from '../../cli/salescheck.ts'
import type { Inspection } from '../../../src/report/index.ts'

const sample = join(import.meta.dirname, '../../../fixtures/exports/pipedrive-deals-fr.csv')

it('the first filled cell of a row counts: lost deals have the day they were lost', async () => {
  const { stdout } = await salescheck([
    'analyze',
    sample,
    '-d',
    'lost-reasons',
    '--format',
    'json',
    '--no-config',
    '-q',
  ])
  const lostDays = readFileSync(sample, 'utf8').match(/;Perdue;.*?;(\d{4}-\d{2}-\d{2}) /g) ?? []
  expect(lostDays.length).toBeGreaterThan(0)
  expect(stdout).not.toMatch(/no dates of the losses/)
  const inspected = await salescheck(['inspect', sample, '--format', 'json', '--no-config', '-q'])
  const { profiles, asOf } = JSON.parse(inspected.stdout) as Inspection
  expect(profiles[0]?.rows).toBeGreaterThan(5)
  const days = [
    ...readFileSync(sample, 'utf8').matchAll(/;(?:Gagnée|Perdue);.*?(\d{4}-\d{2}-\d{2}) \d{2}:/g),
  ].map((match) => match[1] ?? '')
  expect(asOf).toBe(days.toSorted().at(-1))
})
