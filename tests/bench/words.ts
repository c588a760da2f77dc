// The words the generated exports are made of.

const first = [
  'Ada',
  'Boris',
  'Chloe',
  'Dev',
  'Elif',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Karin',
  'Liam',
]
const last = ['Novak', 'Okafor', 'Petit', 'Quist', 'Rossi', 'Sato', 'Tran', 'Umar', 'Vidal', 'Weber']
export const owners = last.flatMap((family) => first.map((given) => `${given} ${family}`))
export const teams = ['North', 'South', 'East', 'West', 'Enterprise', 'Mid-Market']
export const teamOf = (owner: number): string => teams[owner % teams.length] ?? 'North'
export const products = ['Core', 'Core Plus', 'Analytics', 'Connect', 'Support Gold', 'Onboarding']
export const leadSources = ['Web', 'Referral', 'Event', 'Partner', 'Cold Call', 'Paid Search']
export const openStages = ['Prospecting', 'Qualification', 'Proposal/Price Quote', 'Negotiation/Review']

/** As people type them: other case, stray spaces. */
export const lostReasons = [
  'Price too high',
  'price too high',
  'Price too high ',
  'Lost to competitor',
  'lost to Competitor',
  'No decision',
  'No  decision',
  'Missing feature: SSO',
  'Missing feature: reporting',
  'Timing',
  'Budget cut',
  'budget cut',
  'Went silent',
  'Champion left',
  'Duplicate',
]
export const because = [
  'They said',
  'According to procurement,',
  'Call on Monday:',
  'Per their CFO,',
  'Final mail:',
]
export const whatHappened = [
  'the price was "way" over budget',
  'the other offer, from a local vendor, won',
  'the project was put on hold until next year',
  'legal never signed off',
  'we could not show the integration in time',
]
export const detail = [
  'second quarter',
  'after the pilot',
  'at renewal',
  'in the last round',
  'before the demo',
]
