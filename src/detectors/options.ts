// Options of a detector, declared once: flags, config keys, range checks and docs all come from here.

interface Described {
  /** One sentence for help and README. */
  readonly help: string
  /** `days`, `NPS points`, `answers`. */
  readonly unit?: string
}

export interface NumberOption extends Described {
  readonly type: 'integer' | 'number'
  readonly default: number
  readonly min: number
  readonly max: number
}

export interface ChoiceOption extends Described {
  readonly type: 'choice'
  readonly default: string
  readonly choices: readonly string[]
}

/** A calendar date `yyyy-mm-dd`; null when not set. */
export interface DateOption extends Described {
  readonly type: 'date'
  readonly default: null
}

export interface FlagOption extends Described {
  readonly type: 'flag'
  readonly default: boolean
}

/** A list of texts, given as `a,b` or repeated. */
export interface ListOption extends Described {
  readonly type: 'list'
  readonly default: readonly string[]
}

/** Text, free or of a form; null when not set. */
export interface TextOption extends Described {
  readonly type: 'text'
  readonly default: string | null
  /** What the whole text must match, and how such a text is called in a message. */
  readonly form?: { readonly pattern: RegExp; readonly inWords: string }
}

export type OptionSpec = NumberOption | ChoiceOption | DateOption | FlagOption | ListOption | TextOption
export type OptionSpecs = Readonly<Record<string, OptionSpec>>

type OptionValue<S extends OptionSpec> = S extends NumberOption
  ? number
  : S extends { type: 'choice'; choices: readonly (infer C)[] }
    ? C
    : S extends DateOption | TextOption
      ? string | null
      : S extends FlagOption
        ? boolean
        : readonly string[]

/** The values of a detector's options: camelCase keys as declared. */
export type OptionValues<O extends OptionSpecs> = { readonly [K in keyof O]: OptionValue<O[K]> }

/** `minResponses` (also its key in salescheck.json) is `--<detector>.min-responses` on the command line. */
export const optionFlag = (key: string): string =>
  key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
