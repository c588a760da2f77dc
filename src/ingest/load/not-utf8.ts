// A file whose head is UTF-8 and whose rest is not: it has to be opened again in another encoding.

export class NotUtf8 extends Error {
  readonly source: number

  constructor(source: number, line: number) {
    super(`line ${line} is not UTF-8`)
    this.name = 'NotUtf8'
    this.source = source
  }
}
