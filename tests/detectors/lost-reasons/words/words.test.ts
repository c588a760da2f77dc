// How wordings become reasons.
import { describe, expect, it } from 'vitest'
import { isAnotherWord, numbersIn } from '../../../../src/detectors/lost-reasons/words/likeness.ts'
import { isClosingStage } from '../../../../src/detectors/lost-reasons/words/closing-stages.ts'
import { clustersOf } from '../../../../src/detectors/lost-reasons/words/clusters.ts'
import { labeller, shortened } from '../../../../src/detectors/lost-reasons/words/labels.ts'
import { wordLists } from '../../../../src/detectors/lost-reasons/words/lists.ts'
import { partsOf, standingAlone } from '../../../../src/detectors/lost-reasons/words/parts.ts'
import { vocabularyOf } from '../../../../src/detectors/lost-reasons/words/vocabulary.ts'
import { administrativeWords } from '../../../../src/detectors/lost-reasons/words/administrative.ts'
import { textFingerprint } from '../../../../src/stats/index.ts'

const lists = (aliases: Record<string, string[]> = {}) =>
  wordLists(
    { aliases: new Map(Object.entries(aliases)) },
    { administrative: administrativeWords, unspecified: ['keine Angabe'] },
  )

const vocabulary = (texts: Record<string, number>, aliases: Record<string, string[]> = {}) =>
  vocabularyOf(
    Object.entries(texts).map(([text, deals]) => ({ text, deals })),
    lists(aliases),
  )

const cluster = (texts: Record<string, number>) =>
  clustersOf(
    Object.entries(texts).map(([text, deals]) => ({ text, deals })),
    textFingerprint,
  ).clusters.map(({ label, wordings }) => [label, wordings.map(({ text }) => text)])

describe('another word is another reason', () => {
  it.each([
    ['lost to competitor acme', 'lost to competitor apex'],
    ['poor expertise of phone support', 'poor expertise of online support'],
    ['missing feature a', 'missing feature b'],
  ])('%s | %s', (a, b) => expect(isAnotherWord(a, b)).toBe(true))

  it.each([
    ['security review', 'securty review'],
    ['too expensive', 'to expensive'],
    ['no budget', 'nobudget'],
    ['price', 'pirce'],
    ['no decision', 'no descision'],
  ])('%s | %s is a typing error', (a, b) => expect(isAnotherWord(a, b)).toBe(false))

  it('numbers are never typing errors of each other', () => {
    expect(numbersIn(textFingerprint('Phase 2 of Q3'))).toBe('2 q3')
    expect(numbersIn('price')).toBe('')
  })
})

describe('clusters', () => {
  it('join what is spelt differently or mistyped', () => {
    expect(cluster({ Price: 5, 'price!': 2, pirce: 1, 'Timing bad': 2, 'bad timing': 1 })).toEqual([
      ['Price', ['Price', 'price!', 'pirce']],
      ['Timing bad', ['Timing bad', 'bad timing']],
    ])
  })

  it('keep competitors apart, each with its own typing errors', () => {
    expect(
      cluster({
        'Lost to competitor Globex': 9,
        'Lost to competitor Initech': 5,
        'Lost to competitor Globexx': 2,
        'lost to competitor initec': 1,
      }),
    ).toEqual([
      ['Lost to competitor Globex', ['Lost to competitor Globex', 'Lost to competitor Globexx']],
      ['Lost to competitor Initech', ['Lost to competitor Initech', 'lost to competitor initec']],
    ])
  })

  it('keep numbers apart', () => {
    expect(cluster({ 'Budget frozen until 2026': 2, 'Budget frozen until 2027': 2 })).toHaveLength(2)
  })
})

describe('cells with several reasons', () => {
  const known = standingAlone(['Price', 'Timing|Feature', 'Price;Timing'], textFingerprint)
  const isKnown = (part: string): boolean => known.has(textFingerprint(part))

  it('are split at bars', () => {
    expect(partsOf('Price | Timing|', isKnown)).toEqual(['Price', 'Timing'])
  })

  it('are split at semicolons where every part is known from elsewhere', () => {
    expect(partsOf('price; Feature', isKnown)).toEqual(['price', 'Feature'])
    expect(partsOf('Too expensive; chose Acme', isKnown)).toEqual(['Too expensive; chose Acme'])
    expect(partsOf('Price; chose Acme', isKnown)).toEqual(['Price; chose Acme'])
  })
})

describe('a vocabulary', () => {
  it('reads what a cell names, each reason once', () => {
    const { read } = vocabulary({ Price: 5, 'price|PRICE|Timing': 2, 'n/a': 1, Test: 1, 'keine Angabe': 1 })
    expect(read('price|PRICE|Timing')).toEqual({ kind: 'reasons', labels: ['Price', 'Timing'] })
    expect(read('n/a')).toEqual({ kind: 'unspecified' })
    expect(read('keine Angabe')).toEqual({ kind: 'unspecified' })
    expect(read('Test')).toEqual({ kind: 'administrative' })
  })

  it('lets an alias speak before anything else', () => {
    const { read } = vocabulary(
      { other: 3, 'Duplicate need': 2, 'Price; too high': 1, Test: 1 },
      { 'No decision': ['Other'], Price: ['price; too high'], Pilot: ['test'] },
    )
    expect(read('other')).toEqual({ kind: 'reasons', labels: ['No decision'] })
    expect(read('Price; too high')).toEqual({ kind: 'reasons', labels: ['Price'] })
    expect(read('Test')).toEqual({ kind: 'reasons', labels: ['Pilot'] })
  })

  it('takes a typing error of any wording of the alias map for its label, the labels first', () => {
    const { read, merges } = vocabulary(
      { 'too expensive': 9, 'too expnesive': 3, 'prise too high': 2, 'too extensive scope': 1 },
      { 'Price too high': ['too expensive'], 'Prose too high': [] },
    )
    expect(read('too expnesive')).toEqual({ kind: 'reasons', labels: ['Price too high'] })
    expect(read('prise too high')).toEqual({ kind: 'reasons', labels: ['Price too high'] })
    expect(read('too extensive scope')).toEqual({ kind: 'reasons', labels: ['too extensive scope'] })
    expect(merges.find(({ text }) => text === 'too expnesive')?.why.how).toBe('similar')
  })

  it('never joins two labels of the alias map, however alike', () => {
    const { wordings } = vocabulary(
      { 'Feature gap': 3, 'Feature gaps': 9, 'feature gapp': 1 },
      {
        'Feature gap': [],
        'Feature gaps': [],
      },
    )
    expect([...wordings.keys()].toSorted()).toEqual(['Feature gap', 'Feature gaps'])
  })

  it('shows a label on one line and not without end', () => {
    expect(shortened('  too\n  expensive ', 20)).toBe('too expensive')
    expect(shortened('abcdefghij', 5)).toBe('abcd…')
    const label = labeller()
    expect([label('x'.repeat(130)), label(`${'x'.repeat(130)}y`)]).toEqual([
      `${'x'.repeat(119)}…`,
      `${'x'.repeat(119)}… (2)`,
    ])
  })
})

describe('closing stages', () => {
  it.each(['Closed Lost', 'Verloren', 'C6:LOSE', 'Cerrado perdido', '失注'])('%s is one', (stage) =>
    expect(isClosingStage(stage)).toBe(true),
  )
  it.each(['Proposal', 'Loss review', 'Negotiation/Review', 'Перегово\u0440ы'])('%s is none', (stage) =>
    expect(isClosingStage(stage)).toBe(false),
  )
})
