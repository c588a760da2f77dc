// Kommo: leads.
import { definePreset } from './preset.ts'

export const kommoLeadsPt = definePreset({
  id: 'kommo-leads-pt',
  product: 'Kommo',
  table: 'leads',
  recognise: ['Usuário responsável', 'Etapa', 'Criado em'],
  columns: {
    lead_id: ['ID'],
    lead_name: ['Nome'],
    customer: ['Empresa do contato'],
    email: ['Email comercial'],
    status: ['Etapa'],
    owner: ['Usuário responsável'],
    created_on: ['Criado em'],
    source: ['Origem', 'utm_source'],
  },
  ignore: ['Telefone comercial', 'Telefone celular', 'Email pessoal', 'Tags'],
})
