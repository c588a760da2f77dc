// RD Station: leads.
import { definePreset } from './preset.ts'

export const rdStationLeads = definePreset({
  id: 'rd-station-leads',
  product: 'RD Station',
  table: 'leads',
  recognise: ['Estágio no funil', 'Nome|Email'],
  columns: {
    lead_name: ['Nome'],
    email: ['Email'],
    customer: ['Empresa'],
    status: ['Estágio no funil'],
    source: ['Origem da primeira conversão'],
    created_on: ['Data da primeira conversão'],
    owner: ['Dono do lead', 'Responsável'],
  },
  ignore: ['Telefone', 'Celular', 'Cargo', 'Data da última conversão'],
})
