// Columns that mean the same in several tables, described once.
import type { Column } from './table.ts'

export const owner: Column = {
  type: 'text',
  key: true,
  description: 'The sales rep the row belongs to, as the export names the person.',
  synonyms: [
    'owner',
    'rep',
    'sales rep',
    'sales representative',
    'salesperson',
    'sales person',
    'sales agent',
    'agent',
    'seller',
    'account executive',
    'owner name',
    'rep name',
    'assigned to',
    'assigned user',
    'responsible',
    'user',
    'employee',
    'owner rep',
    'owner rep id',
    'rep id',
    'owner id',
    'account manager',
    'sdr',
  ],
}

export const team: Column = {
  type: 'text',
  key: true,
  description: 'The team, office or region group of the owner.',
  synonyms: [
    'team',
    'sales team',
    'team name',
    'regional office',
    'office',
    'department',
    'group',
    'owner team',
    'owner role',
    'business unit',
  ],
}

export const product: Column = {
  type: 'text',
  key: true,
  description: 'The product, plan or service sold.',
  synonyms: [
    'product',
    'product name',
    'sku',
    'plan',
    'plan selected',
    'item',
    'service',
    'product line',
    'product family',
    'product service',
  ],
}

export const segment: Column = {
  type: 'text',
  description: 'Customer segment: size, industry or market.',
  synonyms: [
    'segment',
    'market segment',
    'customer segment',
    'industry',
    'sector',
    'market',
    'company size',
    'tier',
    'vertical',
    'business type',
  ],
}

export const customer: Column = {
  type: 'text',
  key: true,
  description: 'The customer (account, company) by name; joined through customer_key.',
  synonyms: [
    'customer',
    'customer name',
    'account',
    'account name',
    'company',
    'company name',
    'organization',
    'organisation',
    'client',
    'client name',
    'organization name',
    'organisation name',
    'reseller',
    'associated company',
    'primary company',
  ],
}

export const customerId: Column = {
  type: 'text',
  key: true,
  description: 'The id of the customer in the tool that wrote the export.',
  synonyms: [
    'customer id',
    'account id',
    'company id',
    'organization id',
    'organisation id',
    'client id',
    'reseller key',
    'customer no',
    'customer number',
  ],
}

export const currency: Column = {
  type: 'text',
  description: 'ISO 4217 code of the amounts in the row; sums are kept apart per currency.',
  synonyms: [
    'currency',
    'currency code',
    'amount currency',
    'currency iso code',
    'deal currency',
    'currency of value',
  ],
}
