// Colours and symbols of the terminal report. Colour never carries meaning alone: the word stands beside it.
import { Chalk } from 'chalk'
import type { OutcomeName } from '../../report/index.ts'
import type { RenderOptions } from '../reporter.ts'

type Paint = (text: string) => string

export interface Style {
  readonly unicode: boolean
  readonly ellipsis: string
  readonly rule: string
  readonly bold: Paint
  readonly dim: Paint
  outcome(name: OutcomeName): { readonly symbol: string; readonly word: string; readonly paint: Paint }
}

const symbols: Readonly<Record<OutcomeName, readonly [unicode: string, ascii: string, word: string]>> = {
  problem: ['✖', 'x', 'PROBLEM'],
  watch: ['▲', '!', 'WATCH'],
  ok: ['✔', '+', 'OK'],
  'insufficient-data': ['○', '?', 'NOT ENOUGH DATA'],
  skipped: ['–', '-', 'SKIPPED'],
  failed: ['‼', '!', 'FAILED'],
}

export function makeStyle({ color, unicode }: Pick<RenderOptions, 'color' | 'unicode'>): Style {
  const chalk = new Chalk({ level: color })
  const paints: Readonly<Record<OutcomeName, Paint>> = {
    problem: chalk.red.bold,
    watch: chalk.yellow.bold,
    ok: chalk.green.bold,
    'insufficient-data': chalk.cyan,
    skipped: chalk.dim,
    failed: chalk.magenta.bold,
  }
  return {
    unicode,
    ellipsis: unicode ? '…' : '...',
    rule: unicode ? '─' : '-',
    bold: chalk.bold,
    dim: chalk.dim,
    outcome: (name) => {
      const [sign, ascii, word] = symbols[name]
      return { symbol: unicode ? sign : ascii, word, paint: paints[name] }
    },
  }
}
