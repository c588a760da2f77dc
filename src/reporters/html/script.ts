// The script of the page: sorting by the headings, filtering long tables, opening and closing every fold. Everything is readable without it.
// No backslashes, nothing put in: its hash is in the policy.
import { markup, type Markup } from './markup.ts'

export const script: Markup = markup`
(() => {
  'use strict'
  const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text })
  const said = make('p', '')
  said.className = 'away'
  said.setAttribute('role', 'status')
  document.body.append(said)

  // What a cell is sorted by: a number with what stands before it (a currency), or its text. Blank and n/a come last.
  const keyOf = (cell, numeric) => {
    const text = cell ? cell.textContent.trim() : ''
    if (text === '' || text === 'n/a') return null
    if (!numeric) return { prefix: '', value: text }
    const found = text.replaceAll(',', '').match(/^([^0-9+-]*)([+-]?[0-9]+(?:[.][0-9]+)?)/)
    if (!found) return { prefix: text, value: 0 }
    const less = found[1].trim() === '<'
    return { prefix: less ? '' : found[1].trim(), value: Number(found[2]) - (less ? 1e-9 : 0) }
  }
  const plain = (a, b) => (typeof a === 'number' ? a - b : a.localeCompare(b, 'en', { numeric: true }))
  const compare = (a, b, sign) => {
    if (a === null || b === null) return (a === null) - (b === null)
    return sign * (plain(a.prefix, b.prefix) || plain(a.value, b.value))
  }

  const sort = (table, heading, numeric, original) => {
    const now = heading.getAttribute('aria-sort')
    const first = numeric ? 'descending' : 'ascending'
    const second = numeric ? 'ascending' : 'descending'
    const next = now === null ? first : now === first ? second : null
    for (const other of heading.parentNode.children) other.removeAttribute('aria-sort')
    const body = table.tBodies[0]
    const name = heading.textContent
    if (next === null) {
      body.append(...original)
      said.textContent = 'Rows in the order of the report'
      return
    }
    heading.setAttribute('aria-sort', next)
    const sign = next === 'ascending' ? 1 : -1
    const rows = original.map((row) => ({ row, key: keyOf(row.cells[heading.cellIndex], numeric) }))
    rows.sort((a, b) => compare(a.key, b.key, sign))
    body.append(...rows.map(({ row }) => row))
    said.textContent = 'Sorted by ' + name + ', ' + next
  }

  const addFilter = (table, rows) => {
    const label = make('label', 'Show rows with ')
    const input = document.createElement('input')
    input.type = 'search'
    const count = make('span', '')
    count.setAttribute('role', 'status')
    label.append(input)
    const tools = make('div', '')
    tools.className = 'tools'
    tools.append(label, count)
    table.parentNode.before(tools)
    input.addEventListener('input', () => {
      const wanted = input.value.trim().toLowerCase()
      let shown = 0
      for (const row of rows) {
        row.hidden = !row.textContent.toLowerCase().includes(wanted)
        if (!row.hidden) shown += 1
      }
      count.textContent = wanted === '' ? '' : shown + ' of ' + rows.length + ' rows'
    })
  }

  for (const table of document.querySelectorAll('table')) {
    const rows = [...table.tBodies[0].rows]
    if (rows.length > 2) {
      for (const heading of table.tHead.rows[0].cells) {
        const button = make('button', heading.textContent)
        button.type = 'button'
        button.addEventListener('click', () => sort(table, heading, table.classList.contains('n' + (heading.cellIndex + 1)), rows))
        heading.replaceChildren(button)
      }
    }
    if (rows.length > 12) addFilter(table, rows)
  }

  const folds = [...document.querySelectorAll('details')]
  const setAll = (open) => folds.forEach((fold) => { fold.open = open })
  if (folds.length > 0) {
    const tools = make('div', '')
    tools.className = 'tools'
    for (const [words, open] of [['Show all details', true], ['Hide all details', false]]) {
      const button = make('button', words)
      button.type = 'button'
      button.addEventListener('click', () => setAll(open))
      tools.append(button)
    }
    document.querySelector('nav').after(tools)
  }

  // Paper has no folds.
  let closed = []
  addEventListener('beforeprint', () => {
    closed = folds.filter((fold) => !fold.open)
    setAll(true)
  })
  addEventListener('afterprint', () => closed.forEach((fold) => { fold.open = false }))
})()
`
