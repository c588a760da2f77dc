// A page read back by an HTML parser that is not ours.
import { parse, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

const children = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])

/** Every element of the page, in order. */
export function elements(html: string): Element[] {
  const found: Element[] = []
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node)
    for (const child of children(node)) visit(child)
    // What a template holds is no child of it.
    if ('content' in node) visit(node.content)
  }
  visit(parse(html))
  return found
}

export const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((one) => one.name === name)?.value ?? null

export const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(' ').includes(name)

export function textOf(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value
  return children(node).map(textOf).join('')
}

/** Elements inside one element, itself left out. */
export function inside(element: Element): Element[] {
  const found: Element[] = []
  const visit = (node: Node): void => {
    for (const child of children(node)) {
      if ('tagName' in child) found.push(child)
      visit(child)
    }
  }
  visit(element)
  return found
}

/** Element names with the names and values of their attributes, without any text and without where things are placed. */
export const skeleton = (html: string): string[] =>
  elements(html).map(
    ({ tagName, attrs }) =>
      `${tagName} ${attrs
        .map(({ name, value }) => (['x', 'y', 'd', 'content'].includes(name) ? name : `${name}=${value}`))
        .join(' ')}`,
  )
