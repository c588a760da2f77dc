// From the number of a record to its physical line, remembering only where the two stop running in step.

export class LineIndex {
  readonly #firstLine: number
  /** Pairs: a record, and how many lines more than records lie before it from there on. */
  #pairs = new Float64Array(64)
  #length = 0
  #extra = 0

  /** `firstLine`: where record 0 would begin if nothing came before it. */
  constructor(firstLine: number) {
    this.#firstLine = firstLine
  }

  /** Records come in order, with the line each begins on. */
  add(record: number, line: number): void {
    const extra = line - this.#firstLine - record
    if (extra !== this.#extra) this.#note(record, extra)
  }

  #note(record: number, extra: number): void {
    if (this.#length === this.#pairs.length) {
      const wider = new Float64Array(2 * this.#pairs.length)
      wider.set(this.#pairs)
      this.#pairs = wider
    }
    this.#pairs[this.#length++] = record
    this.#pairs[this.#length++] = extra
    this.#extra = extra
  }

  lineOf(record: number): number {
    let low = 0
    let high = this.#length / 2
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#pairs[2 * middle] ?? 0) <= record) low = middle + 1
      else high = middle
    }
    const extra = low === 0 ? 0 : (this.#pairs[2 * low - 1] ?? 0)
    return this.#firstLine + record + extra
  }
}
