// Pipedrive: deals, Brazilian Portuguese.
import { definePreset } from './preset.ts'

export const pipedriveDealsPt = definePreset({
  id: 'pipedrive-deals-pt',
  product: 'Pipedrive',
  table: 'deals',
  recognise: ['Título', 'Etapa', 'Funil|Negócio criado em|Motivo da perda'],
  columns: {
    deal_id: ['Negócio - ID'],
    deal_name: ['Negócio - Título'],
    owner: ['Negócio - Proprietário'],
    amount: ['Negócio - Valor'],
    currency: ['Negócio - Moeda de Valor'],
    customer: ['Negócio - Organização'],
    pipeline: ['Negócio - Funil'],
    stage: ['Negócio - Etapa'],
    status: ['Negócio - Status'],
    created_on: ['Negócio - Negócio criado em'],
    closed_on: ['Negócio - Negócio fechado em'],
    lost_reason: ['Negócio - Motivo da perda'],
    expected_close_on: ['Negócio - Data de fechamento esperada'],
    source: ['Negócio - Origem'],
    customer_id: ['Negócio - ID da organização'],
  },
  also: { closed_on: ['Negócio - Ganho em', 'Negócio - Data de perda'] },
  ignore: [
    'Negócio - Probabilidade',
    'Negócio - Pessoa de contato',
    'Negócio - Etiqueta',
    'Negócio - Atualizado em',
    'Negócio - Última alteração de etapa',
    'Negócio - Total de atividades',
    'Negócio - Atividades concluídas',
    'Negócio - Atividades para fazer',
    'Negócio - Valor ponderado',
  ],
  setAside: [{ header: 'Negócio - Status', words: ['excluído', 'deleted'], class: 'soft-deleted' }],
})
