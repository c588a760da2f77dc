// The sentences of findings.

export const messages = {
  'mix-drifted':
    '{gainer} rose from {gainerBefore} in {base} to {gainerNow} in {period}, {loser} went from {loserBefore} to {loserNow}: the mix of products moved by PSI {psi}, chance explains up to {critical}.{pushed}',
  'mix-off-plan':
    'Sales in {period} are off the plan: {gainer} has {gainerNow} against {gainerBefore} planned, {loser} {loserNow} against {loserBefore}; PSI {psi}, chance explains up to {critical}.{pushed}',
  'mix-is-seasonal':
    '{gainer} went from {gainerBefore} in {base} to {gainerNow} in {period}, but a year before the mix was much the same (PSI {yearPsi} against {psi}): probably a season.',
  'mix-may-drift':
    '{gainer} went from {gainerBefore} in {base} to {gainerNow} in {period}, {loser} from {loserBefore} to {loserNow}; the mix moved by PSI {psi}, which may be chance (it explains up to {critical}).',
  'hit-and-refunded':
    '{product} hit {attainment} of its target in {period}, and {taken} of its invoices were taken back, against {rest} of all other products.',
} as const

export type Message = keyof typeof messages
