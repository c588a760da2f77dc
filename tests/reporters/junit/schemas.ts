// The rules of the two published JUnit schemas, written down from them: Ant's JUnit.xsd (github.com/windyroad/JUnit-Schema) and junit-10.xsd
// of Jenkins' xUnit plug-in (github.com/jenkinsci/xunit-plugin).
import type { Element } from './xml.ts'

interface Rule {
  /** The names of the children in their order, each followed by a blank, must match. */
  readonly children: RegExp
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** Attributes that are more than a string. */
  readonly values?: Readonly<Record<string, RegExp>>
  /** Character data beside white space is allowed. */
  readonly text?: boolean
}

export type Schema = ReadonlyMap<string, Rule>

const int = /^[-+]?\d+$/
const decimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/
const token = /\S/

export const ant: Schema = new Map<string, Rule>([
  ['testsuites', { children: /^(?:testsuite )*$/, required: [], optional: [] }],
  [
    'testsuite',
    {
      children: /^properties (?:testcase )*system-out system-err $/,
      required: ['name', 'timestamp', 'hostname', 'tests', 'failures', 'errors', 'time', 'package', 'id'],
      optional: ['skipped'],
      values: {
        name: token,
        hostname: token,
        timestamp: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/,
        tests: int,
        failures: int,
        errors: int,
        skipped: int,
        time: decimal,
        id: int,
      },
    },
  ],
  ['properties', { children: /^(?:property )*$/, required: [], optional: [] }],
  [
    'testcase',
    {
      children: /^(?:skipped |error |failure )?$/,
      required: ['name', 'classname', 'time'],
      optional: [],
      values: { time: decimal },
    },
  ],
  // Any type: nothing is said of it.
  ['skipped', { children: /^$/, required: [], optional: ['message', 'type'], text: true }],
  ['error', { children: /^$/, required: ['type'], optional: ['message'], text: true }],
  ['failure', { children: /^$/, required: ['type'], optional: ['message'], text: true }],
  ['system-out', { children: /^$/, required: [], optional: [], text: true }],
  ['system-err', { children: /^$/, required: [], optional: [], text: true }],
])

const time = /^(?:(?:\d{0,3},)*\d{3}|\d{0,3})*(?:\.\d*)?$/
const result: Rule = { children: /^$/, required: [], optional: ['type', 'message'], text: true }

export const xunit: Schema = new Map<string, Rule>([
  [
    'testsuites',
    {
      children: /^(?:testsuite )*$/,
      required: [],
      optional: ['name', 'time', 'tests', 'failures', 'errors'],
      values: { time },
    },
  ],
  [
    'testsuite',
    {
      children: /^(?:testsuite |properties |testcase |system-out |system-err )*$/,
      required: ['name', 'tests', 'failures', 'errors'],
      optional: [
        ...['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
      ],
      values: { time },
    },
  ],
  ['properties', { children: /^(?:property )*$/, required: [], optional: [] }],
  [
    'testcase',
    {
      children:
        /^(?:skipped |error |failure |rerunFailure |rerunError |flakyFailure |flakyError |system-out |system-err )*$/,
      required: ['name'],
      optional: ['time', 'classname', 'group'],
    },
  ],
  ['skipped', result],
  ['error', result],
  ['failure', result],
  ['system-out', { children: /^$/, required: [], optional: [], text: true }],
  ['system-err', { children: /^$/, required: [], optional: [], text: true }],
])

/** What a schema has against an element and all below it; empty when it is valid. */
export function faults(element: Element, schema: Schema): string[] {
  const { name, attributes, children, text } = element
  const rule = schema.get(name)
  if (rule === undefined) return [`<${name}> is not known`]
  const sequence = children.map((child) => `${child.name} `).join('')
  const known = new Set([...rule.required, ...rule.optional])
  return [
    ...(rule.children.test(sequence) ? [] : [`<${name}> holds ${sequence}`]),
    ...rule.required.filter((one) => !attributes.has(one)).map((one) => `<${name}> lacks ${one}`),
    ...[...attributes.keys()].filter((one) => !known.has(one)).map((one) => `<${name}> has ${one}`),
    ...[...attributes].flatMap(([one, value]) =>
      rule.values?.[one]?.test(value) === false ? [`${one} of <${name}> is ${value}`] : [],
    ),
    ...(rule.text === true || text.trim() === '' ? [] : [`<${name}> holds text`]),
    ...children.flatMap((child) => faults(child, schema)),
  ]
}
