// What spreadsheets and report tools write before a total, in the languages they speak.
import { cellKind } from './cell-kind.ts'

/** Of all rows, as they are written in lower case. */
const wholes = new Set([
  'total',
  'totals',
  'grand total',
  'grand totals',
  'overall total',
  'sum',
  'summe',
  'gesamt',
  'insgesamt',
  'gesamtsumme',
  'gesamtergebnis',
  'totaal',
  'eindtotaal',
  'totale',
  'totale complessivo',
  'totale generale',
  'totaux',
  'total général',
  'total general',
  'total geral',
  'totales',
  'totais',
  'suma',
  'suma końcowa',
  'razem',
  'celkem',
  'celkový součet',
  'totalsumma',
  'totalsum',
  'hovedtotal',
  'kaikki yhteensä',
  'végösszeg',
  'összesen',
  'toplam',
  'genel toplam',
  'итого',
  'всего',
  'общий итог',
  '合計',
  '合计',
  '総計',
  '总计',
  '總計',
  '총합계',
])

/** Of the rows above them, up to the one before. */
const parts = new Set([
  'subtotal',
  'subtotals',
  'sub-total',
  'sub total',
  'zwischensumme',
  'sous-total',
  '小計',
  '小计',
])

/** `Total:`, `Total (30)`, `Total (30 records)`. */
const tail = / ?(?:[:：]|\([\d., ]{1,15}(?: \p{L}{1,20})?\))$/u

/** Longer texts are no such label. */
const longest = 60

export type TotalLabel = 'whole' | 'part'

/** Whether a cell says that its row is a total, and nothing else: of the whole table or of a part of it. */
export function totalLabel(cell: string): TotalLabel | null {
  if (cell.length > longest) return null
  const text = cell.trim().toLowerCase()
  // What ends otherwise has no tail to be looked for.
  const last = text.at(-1)
  const bare =
    last === ':' || last === '：' || last === ')' ? text.replace(tail, '').replace(tail, '').trim() : text
  if (wholes.has(bare)) return 'whole'
  if (parts.has(bare)) return 'part'
  // Letters with their accents apart, as some systems write them.
  const composed = /[\u0300-\u036f]/.test(bare) ? bare.normalize('NFC') : bare
  return composed === bare ? null : wholes.has(composed) ? 'whole' : null
}

/** Whether a row has such a label first, then numbers only, and nothing in some column: no record, however short the table. */
export function isBareTotal(cells: readonly string[]): boolean {
  let label = false
  let blank = false
  let number = false
  for (const cell of cells) {
    if (cell.trim() === '') blank = true
    else if (!label) {
      if (totalLabel(cell) === null) return false
      label = true
    } else {
      const kind = cellKind(cell)
      if (kind === 'number') number = true
      else if (kind !== 'blank') return false
    }
  }
  return label && blank && number
}
