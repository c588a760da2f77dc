import { describe, expect, test } from 'vitest'
import { questionOf, scoreBesideGroup } from '../../../src/ingest/recognise/question.ts'
import { columnsOf, read } from './sheets.ts'

describe('what a header asks', () => {
  const cases: [string, string | null][] = [
    ['How likely is it that you would recommend us to a friend or colleague?', 'score'],
    ['What is the likelihood that you would recommend Acme?', 'score'],
    ['Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?', 'score'],
    ['Recommanderiez-vous nos services à un proche ?', 'score'],
    ['¿Qué tan probable es que nos recomiende?', 'score'],
    ['Quanto è probabile che ci consigli a un amico?', 'score'],
    ['Hoe waarschijnlijk is het dat u ons aanbeveelt? (aanbevelen)', 'score'],
    ['Q1 NPS', 'score'],
    ['NPS score', 'score'],
    ['Why would you recommend us?', 'comment'],
    ['What is the main reason for your score?', 'comment'],
    ['How satisfied are you with our support?', 'satisfaction'],
    ['Q1_NPS_GROUP', null],
    ['NPS category', null],
    ['Which product do you use?', null],
    ['Deal owner', null],
  ]
  test.each(cases)('%s', (header, question) => expect(questionOf(header)).toBe(question))
})

test('the score is beside its NPS group', () => {
  expect(scoreBesideGroup(['ResponseId', 'Q7_NPS_GROUP', 'Q7', 'Q8'])).toBe(2)
  expect(scoreBesideGroup(['ResponseId', 'Q7_NPS_GROUP', 'Q7 How likely are you'])).toBe(2)
  expect(scoreBesideGroup(['ResponseId', 'Q7'])).toBeNull()
})

test('of several scored questions the likelihood to recommend is the score, satisfaction apart', () => {
  const mapping = read('answers.csv', [
    'Timestamp|How satisfied are you with the product?|How likely are you to recommend us?|Why did you give that score?',
    '2026-01-02 10:00|4|9|Good',
    '2026-01-03 10:00|5|10|Fast',
  ])
  expect(columnsOf(mapping)).toEqual([
    'answered_on=Timestamp',
    'satisfaction=How satisfied are you with the product?',
    'score=How likely are you to recommend us?',
    'comment=Why did you give that score?',
  ])
})
