// The sentences of the findings. A share of revenue comes with the revenue and the customers it was counted from.

const lost =
  'Of {start} that {customers} customers brought {when}, {lost} was lost: {share} (95 % interval {interval}), {left} of them left'

export const messages = {
  'retention-lost': `${lost}. GRR {grr}, NRR {nrr}; {new} new customers brought {newValue}.{incentives}`,
  'retention-may-be-lost': `${lost}. That is above {limit}, but too few customers carry the revenue, or it is too close, to be sure.{incentives}`,
  'nothing-for-renewals':
    'Incentives of {money} were paid on {paid} invoices for new business and expansion, nothing on {renewals} renewals.',
} as const

export type Message = keyof typeof messages
