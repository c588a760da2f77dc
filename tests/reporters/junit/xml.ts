// A small strict reader of XML, enough to hold a file against a schema: throws where the text is not well-formed.

export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  /** Character data directly inside, entities resolved. */
  readonly text: string
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

const allowed = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u

function resolve(text: string): string {
  return text.replaceAll(/&([^;]*);?/g, (whole, name: string) => {
    const code = /^#(\d+)$/.exec(name)?.[1]
    const sign = code === undefined ? entities.get(name) : String.fromCodePoint(Number(code))
    if (sign === undefined || !whole.endsWith(';')) throw new Error(`not an entity: ${whole}`)
    return sign
  })
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  let rest = text
  for (
    let match;
    (match = /^\s+([\w-]+)="([^"<]*)"/.exec(rest)) !== null;
    rest = rest.slice(match[0].length)
  ) {
    const [, name = '', value = ''] = match
    if (found.has(name)) throw new Error(`attribute ${name} twice`)
    found.set(name, resolve(value))
  }
  if (rest.trim() !== '') throw new Error(`not an attribute: ${rest}`)
  return found
}

/** The root element. */
export function readXml(document: string): Element {
  if (!allowed.test(document)) throw new Error('a character that XML forbids')
  const start = '<?xml version="1.0" encoding="UTF-8"?>\n'
  if (!document.startsWith(start)) throw new Error('no XML declaration')
  interface Open {
    name: string
    attributes: Map<string, string>
    children: Element[]
    text: string
  }
  const top: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const stack: Open[] = [top]
  for (const [, closing, name = '', given = '', empty, text] of document
    .slice(start.length)
    .matchAll(/<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+|<)/g)) {
    const current = stack.at(-1) ?? top
    if (text !== undefined) {
      if (text === '<') throw new Error('a stray <')
      current.text += resolve(text)
    } else if (closing === '/') {
      if (current.name !== name || given !== '') throw new Error(`</${name}> closes <${current.name}>`)
      stack.pop()
      const parent = stack.at(-1) ?? top
      parent.children.push(current)
    } else {
      const element: Open = { name, attributes: attributesOf(given), children: [], text: '' }
      if (empty === '/') current.children.push(element)
      else stack.push(element)
    }
  }
  const [root] = top.children
  if (stack.length !== 1 || root === undefined || top.children.length !== 1 || top.text.trim() !== '')
    throw new Error('not one whole element')
  return root
}
