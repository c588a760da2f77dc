// What the words of every choice column mean, before presets and the mapping file have their say.
import type { TableName } from '../../schema/index.ts'
import type { ChoiceWords } from './choice.ts'
import { fold } from './fold.ts'
import { dealStatusWords } from './status-words.ts'

type Choices = Readonly<Record<string, string>>

const unknownIsMissing = ''

function wordsOf(choices: Choices, other: string | null): ChoiceWords {
  const words = new Map<string, string>()
  for (const [choice, list] of Object.entries(choices))
    for (const word of list.split('|')) words.set(word, choice)
  if (other !== null) words.set('*', other)
  return words
}

const customerStatus = wordsOf(
  {
    active:
      'active|stayed|joined|no|0|0 0|false|current|customer|retained|renewed|paying|live|trialing|aktiv|actif|activo|ativo|attivo|actief|n',
    churned:
      'churned|yes|1|1 0|true|cancelled|canceled|left|lost|inactive|terminated|expired|closed|former|ended|churn|y|gekundigt|resilie|perdu',
    'at-risk': 'at risk|past due|unpaid|paused|on hold|risk|incomplete',
  },
  unknownIsMissing,
)

const invoiceStatus = wordsOf(
  {
    issued:
      'issued|sent|open|authorised|authorized|approved|outstanding|created|delivered|overdue|partially paid|partial|unpaid|not paid|due|' +
      'submitted|viewed|posted|not due|awaiting payment|payment due|offen|versendet|gesendet|unbezahlt|impayee|envoyee|pendiente|pendente|pending|completed|shipped',
    paid: 'paid|closed|settled|fully paid|paid in full|deposited|bezahlt|payee|paye|pagado|pagada|pago|paga|pagato|pagata|betaald|succeeded',
    cancelled:
      'cancelled|canceled|void|voided|deleted|uncollectible|written off|storniert|annulee|annule|anulado|anulada|cancelado|annullata|geannuleerd',
    credited: 'credited|credit note|credit memo|refunded|refund|gutgeschrieben|gutschrift|avoir',
    draft: 'draft|entwurf|brouillon|borrador|rascunho|bozza|concept|quote|estimate',
  },
  'issued',
)

const invoiceKind = wordsOf(
  {
    new: 'new|new business|new customer|initial|first|subscription create|neukunde|nouveau',
    expansion: 'expansion|upsell|up sell|cross sell|upgrade|add on|existing business|subscription update',
    renewal: 'renewal|recurring|renew|subscription cycle|verlangerung|renouvellement',
    credit:
      'credit|credit note|credit memo|refund|accreccredit|accpaycredit|gutschrift|avoir|nota de credito',
  },
  unknownIsMissing,
)

const surveyKind = wordsOf(
  {
    journey: 'journey|relationship|relational|rnps|overall|company|brand|periodic|nps',
    touchpoint:
      'touchpoint|transactional|transaction|tnps|event|support|onboarding|delivery|ticket|csat|interaction',
  },
  unknownIsMissing,
)

const targetLevel = wordsOf(
  {
    owner:
      'owner|rep|sales rep|user|individual|person|seller|ae|account executive|salesperson|employee|agent|mitarbeiter|vendeur|vendedor',
    team: 'team|group|sales team|region|office|department|equipe|equipo|squadra|gruppe',
    product: 'product|sku|product line|product family|produkt|produit|producto|produto|prodotto',
    company:
      'company|total|overall|org|organisation|organization|business|all|global|firm|unternehmen|entreprise|empresa|azienda',
  },
  null,
)

const grain = wordsOf(
  {
    month: 'month|monthly|m|months|monat|monatlich|mois|mensuel|mes|mensual|mensal|mese|mensile|maand',
    quarter: 'quarter|quarterly|q|quarters|quartal|trimestre|trimestriel|trimestral|kwartaal',
    year: 'year|yearly|annual|annually|y|fy|jahr|jahrlich|an|annee|annuel|ano|anual|anno|jaar|fiscal year',
  },
  unknownIsMissing,
)

const builtIn: ReadonlyMap<string, ChoiceWords> = new Map([
  ['deals.status', dealStatusWords],
  ['customers.status', customerStatus],
  ['invoices.status', invoiceStatus],
  ['invoices.kind', invoiceKind],
  ['surveys.kind', surveyKind],
  ['targets.level', targetLevel],
  ['targets.grain', grain],
])

/**
 * The words of one choice column: what is built in, then each of `more` over it (a preset's `values`, then the mapping file's), as
 * canonical choice by folded word. Pass it as `hints.words`.
 */
export function choiceWords(
  table: TableName,
  column: string,
  ...more: readonly (Readonly<Record<string, readonly string[]>> | undefined)[]
): ChoiceWords {
  const words = new Map(builtIn.get(`${table}.${column}`) ?? [])
  for (const values of more)
    for (const [choice, list] of Object.entries(values ?? {}))
      for (const word of list) words.set(fold(word), choice)
  return words
}
