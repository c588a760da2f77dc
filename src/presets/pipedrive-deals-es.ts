// Pipedrive: deals, Spanish; joined columns come without the `Trato - ` prefix.
import { definePreset } from './preset.ts'

export const pipedriveDealsEs = definePreset({
  id: 'pipedrive-deals-es',
  product: 'Pipedrive',
  table: 'deals',
  recognise: ['Título', 'Etapa', 'Estado|Razón de la pérdida'],
  columns: {
    deal_id: ['Trato - ID'],
    deal_name: ['Trato - Título'],
    amount: ['Trato - Valor'],
    customer: ['Organización', 'Trato - Organización'],
    stage: ['Trato - Etapa'],
    status: ['Trato - Estado'],
    closed_on: ['Fecha en la que se ganó'],
    lost_reason: ['Razón de la pérdida', 'Trato - Razón de la pérdida'],
    owner: ['Trato - Propietario', 'Propietario'],
    created_on: ['Trato - Trato creado', 'Trato creado'],
    expected_close_on: ['Trato - Fecha prevista de cierre'],
    currency: ['Trato - Moneda de Valor'],
  },
  also: { closed_on: ['Fecha en la que se perdió'] },
  ignore: ['Persona de contacto'],
  setAside: [{ header: 'Trato - Estado', words: ['eliminado', 'deleted'], class: 'soft-deleted' }],
})
