// What must be on file before a new customer can be billed and start: the papers that are missed at the first payout.
import type { Column } from '../table.ts'

const own = (place: number): Column => ({
  type: 'text',
  description: `A field of your own that must be filled (${place} of 4); only the mapping file says which.`,
  synonyms: [],
})

type Field =
  | 'billing_contact'
  | 'tax_id'
  | 'payment_details'
  | 'signed_contract'
  | 'required_1'
  | 'required_2'
  | 'required_3'
  | 'required_4'

export const onboardingFields: Readonly<Record<Field, Column>> = {
  billing_contact: {
    type: 'text',
    description: 'Who receives the invoices.',
    synonyms: [
      'billing contact',
      'billing email',
      'invoice contact',
      'invoice email',
      'accounts payable contact',
      'billing contact email',
      'finance contact',
    ],
  },
  tax_id: {
    type: 'text',
    description: 'Tax or VAT number.',
    synonyms: [
      'tax id',
      'vat number',
      'vat id',
      'tax number',
      'vat',
      'tin',
      'gst number',
      'gstin',
      'vat no',
      'tax registration number',
      'company tax id',
    ],
  },
  payment_details: {
    type: 'text',
    description: 'How the customer pays: bank details, card, mandate.',
    synonyms: [
      'payment details',
      'bank details',
      'bank account',
      'iban',
      'sepa mandate',
      'default payment method',
      'payout details',
    ],
  },
  signed_contract: {
    type: 'text',
    description: 'The signed contract or order form: a file, a date, or yes.',
    synonyms: [
      'signed contract',
      'signed order form',
      'contract signed',
      'order form',
      'signed agreement',
      'contract on file',
      'signed offer',
      'order form signed',
    ],
  },
  required_1: own(1),
  required_2: own(2),
  required_3: own(3),
  required_4: own(4),
}
