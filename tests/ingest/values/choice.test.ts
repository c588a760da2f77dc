import { describe, expect, test } from 'vitest'
import { choiceOf, choiceWords, decideFormat, flagOf, readCell } from '../../../src/ingest/values/index.ts'

const status = choiceWords('deals', 'status')
const statusOf = (text: string) => choiceOf(text, status) ?? status.get('*')

describe('won, lost and open', () => {
  const cases: [string, string][] = [
    ['Closed Won', 'won'],
    ['closedwon', 'won'],
    ['WON', 'won'],
    ['Won 🎉', 'won'],
    ['G. Project Won', 'won'],
    ['Closed Won (Sales Pipeline)', 'won'],
    ['C6:WON', 'won'],
    ['Gagnée', 'won'],
    ['Conclusion gagnante', 'won'],
    ['Geschlossen – Gewonnen', 'won'],
    ['Cerrado ganado', 'won'],
    ['Ganho', 'won'],
    ['Chiuso Positivamente', 'won'],
    ['Gesloten gewonnen', 'won'],
    ['Wygrane', 'won'],
    ['Vyhráno', 'won'],
    ['受注', 'won'],
    ['Closed Lost', 'lost'],
    ['C6:LOSE', 'lost'],
    ['C6:APOLOGY', 'lost'],
    ['L. Project Lost', 'lost'],
    ['Closed Lost to Competition', 'lost'],
    ['Verloren', 'lost'],
    ['Perdue', 'lost'],
    ['Perdido', 'lost'],
    ['Chiuso Negativamente', 'lost'],
    ['Сделка провалена', 'lost'],
    ['失注', 'lost'],
    ['Dead', 'lost'],
    ['Negotiation/Review', 'open'],
    ['Follow On Call', 'open'],
    ['Two Next Steps', 'open'],
    ['Won’t do now', 'open'],
    ['Not won yet', 'open'],
    ['Won/Lost', 'open'],
    ['Signed', 'open'],
  ]
  test.each(cases)('%s is %s', (text, choice) => expect(statusOf(text)).toBe(choice))
})

test('words of the mapping file are read before ours', () => {
  const words = choiceWords('deals', 'status', undefined, {
    won: ['Signed'],
    lost: ['Dead end', 'closed won'],
  })
  expect(choiceOf('SIGNED', words)).toBe('won')
  expect(choiceOf('dead-end', words)).toBe('lost')
  expect(choiceOf('Closed Won', words)).toBe('lost')
})

test('Unpaid is not paid, and neither is Partially paid', () => {
  const words = choiceWords('invoices', 'status')
  expect(
    ['Unpaid', 'Partially Paid', 'Paid', 'VOIDED', 'Not paid'].map((word) => choiceOf(word, words)),
  ).toEqual(['issued', 'issued', 'paid', 'cancelled', 'issued'])
})

test('stages without any that means won are announced', () => {
  const decided = decideFormat(
    'choice',
    [
      ['Signed', 4],
      ['Dead', 2],
      ['Talking', 9],
    ],
    { words: status },
  )
  expect(decided).toMatchObject({
    warning: 'no cell was understood as won; 13 cells are read as open: "Talking", "Signed"',
  })
})

test('a decided column reads every word it has seen, and rejects what has no meaning', () => {
  const decided = decideFormat(
    'choice',
    [
      ['rep', 3],
      ['Company', 1],
      ['planet', 1],
    ],
    { words: choiceWords('targets', 'level') },
  )
  if ('undecidable' in decided) throw new Error('decided')
  expect(readCell(decided.format, 'REP ')).toEqual({ value: 'owner' })
  expect(readCell(decided.format, 'company')).toEqual({ value: 'company' })
  expect(readCell(decided.format, 'planet')).toMatchObject({ code: 'unknown-word' })
  expect(readCell(decided.format, '')).toEqual({ value: null })
})

test('a churn label of Yes is a churned customer', () => {
  const words = choiceWords('customers', 'status')
  expect(['Yes', 'No', 'Churned', 'Stayed', 'at-risk'].map((word) => choiceOf(word, words))).toEqual([
    'churned',
    'active',
    'churned',
    'active',
    'at-risk',
  ])
})

test('yes and no in the words of the tools', () => {
  expect(['TRUE', '1', '1.0', 'Y', 'Waar', 'Oui', '✓', 'Done'].map(flagOf)).toEqual(Array(8).fill(true))
  expect(['false', '0', 'N', 'Nee', 'Falsch', '✗', 'no'].map(flagOf)).toEqual(Array(7).fill(false))
  expect(flagOf('maybe')).toBeNull()
  expect(readCell({ kind: 'flag' }, ' ')).toEqual({ value: null })
})
