// Outcomes as words and shapes: colour never carries meaning alone.
import type { OutcomeName, Verdict } from '../../report/index.ts'
import { markerShapes } from './chart/marks.ts'
import { markup, nothing, type Markup } from './markup.ts'

export const outcomeWords: Readonly<Record<OutcomeName, string>> = {
  problem: 'Problem',
  watch: 'Watch',
  ok: 'OK',
  'insufficient-data': 'Not enough data',
  skipped: 'Skipped',
  failed: 'Failed',
}

/** Shapes, defined once per page and used by reference. */
export const sprite: Markup = markup`<svg class="sprite" aria-hidden="true"><defs>
<symbol id="i-ok" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.6"/><path class="i" d="M4.2 8.4l2.6 2.6 5-5.4"/></symbol>
<symbol id="i-insufficient-data" viewBox="0 0 16 16"><circle class="h" cx="8" cy="8" r="6.8"/><path class="o" d="M5.8 6.2a2.2 2.2 0 1 1 2.2 2.4v.9M8 11v1.6"/></symbol>
<symbol id="i-skipped" viewBox="0 0 16 16"><circle class="h" cx="8" cy="8" r="6.8"/><path class="o" d="M4.6 8h6.8"/></symbol>
<symbol id="i-failed" viewBox="0 0 16 16"><rect x=".8" y=".8" width="14.4" height="14.4" rx="2"/><path class="i" d="M4.8 4.8l6.4 6.4M11.2 4.8l-6.4 6.4"/></symbol>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0,0V6"/></pattern>
${markerShapes}</defs></svg>`

/** Ids of the sprite are made of our own names. */
const icon = (name: OutcomeName): Markup =>
  markup`<svg class="icon" aria-hidden="true"><use href="#i-${name}"/></svg>`

/** A page may have hundreds of verdicts: their shapes come from the style sheet. */
export const badge = (name: OutcomeName): Markup =>
  markup`<span class="badge ${name}">${isVerdict(name) ? nothing : icon(name)}${outcomeWords[name]}</span>`

export const isVerdict = (value: unknown): value is Verdict => value === 'problem' || value === 'watch'
