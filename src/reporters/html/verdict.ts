// Outcomes as words and shapes: colour never carries meaning alone.
import type { OutcomeName, Verdict } from '../../report/index.ts'
import { markup, type Markup } from './markup.ts'

export const outcomeWords: Readonly<Record<OutcomeName, string>> = {
  problem: 'Problem',
  watch: 'Watch',
  ok: 'OK',
  'insufficient-data': 'Not enough data',
  skipped: 'Skipped',
  failed: 'Failed',
}

/** The shapes, defined once per page and used by reference. */
export const sprite: Markup = markup`<svg class="sprite" aria-hidden="true"><defs>
<symbol id="i-problem" viewBox="0 0 16 16"><path d="M8 0l8 8-8 8-8-8z"/><path class="i" d="M8 3.6v5.2M8 10.6v1.8"/></symbol>
<symbol id="i-watch" viewBox="0 0 16 16"><path d="M8 .8l8 14.4H0z"/><path class="i" d="M8 5.6v4.6M8 11.8v1.8"/></symbol>
<symbol id="i-ok" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.6"/><path class="i" d="M4.2 8.4l2.6 2.6 5-5.4"/></symbol>
<symbol id="i-insufficient-data" viewBox="0 0 16 16"><circle class="h" cx="8" cy="8" r="6.8"/><path class="o" d="M5.8 6.2a2.2 2.2 0 1 1 2.2 2.4v.9M8 11v1.6"/></symbol>
<symbol id="i-skipped" viewBox="0 0 16 16"><circle class="h" cx="8" cy="8" r="6.8"/><path class="o" d="M4.6 8h6.8"/></symbol>
<symbol id="i-failed" viewBox="0 0 16 16"><rect x=".8" y=".8" width="14.4" height="14.4" rx="2"/><path class="i" d="M4.8 4.8l6.4 6.4M11.2 4.8l-6.4 6.4"/></symbol>
</defs></svg>`

/** Ids of the sprite are made of our own names. */
const icon = (name: OutcomeName): Markup =>
  markup`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${name}"/></svg>`

export const badge = (name: OutcomeName): Markup =>
  markup`<span class="badge ${name}">${icon(name)}${outcomeWords[name]}</span>`

export const isVerdict = (value: unknown): value is Verdict => value === 'problem' || value === 'watch'
