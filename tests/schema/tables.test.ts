import { describe, expect, test } from 'vitest'
import { keyColumns, tableNames, tables } from '../../src/schema/index.ts'

const columnsOf = (name: (typeof tableNames)[number]) => Object.entries(tables[name].columns)

describe.each([...tableNames])('the table %s', (name) => {
  const table = tables[name]

  test('is named as it is listed and says what a row is', () => {
    expect(table.name).toBe(name)
    expect(table.description).toMatch(/^one /)
  })

  test('names only its own columns as identity and as what it is recognised by', () => {
    const named = [...table.recognisedBy.flat(), ...(table.identity === null ? [] : [table.identity])]
    expect(named.filter((column) => table.columns[column] === undefined)).toEqual([])
  })

  test('describes every column in a sentence', () => {
    expect(
      columnsOf(name)
        .filter(([, { description }]) => !/^[A-Z].*\.$/s.test(description))
        .map(([column]) => column),
    ).toEqual([])
  })

  test('lists synonyms as folded words, none twice for one column', () => {
    const wrong = columnsOf(name).flatMap(([column, { synonyms }]) =>
      synonyms
        .filter((word, index) => !/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(word) || synonyms.indexOf(word) !== index)
        .map((word) => `${column}: ${word}`),
    )
    expect(wrong).toEqual([])
  })

  test('has choices exactly on choice columns, keys only on text and plans only on dates', () => {
    const wrong = columnsOf(name).filter(
      ([, { type, choices, key, planned }]) =>
        (choices !== undefined) !== (type === 'choice') ||
        (key === true && type !== 'text') ||
        (planned === true && type !== 'date'),
    )
    expect(wrong.map(([column]) => column)).toEqual([])
  })
})

test('tables join through owner, team, product and customer wherever they have them', () => {
  const joining = ['owner', 'team', 'product', 'customer', 'customer_id']
  const wrong = tableNames.flatMap((name) => {
    const keys = new Set(keyColumns(tables[name]).map(({ column }) => column))
    return joining
      .filter((column) => tables[name].columns[column] !== undefined && !keys.has(column))
      .map((column) => `${name}.${column}`)
  })
  expect(wrong).toEqual([])
})
