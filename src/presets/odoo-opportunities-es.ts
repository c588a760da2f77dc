// Odoo CRM: opportunities, Spanish labels.
import { definePreset } from './preset.ts'

export const odooOpportunitiesEs = definePreset({
  id: 'odoo-opportunities-es',
  product: 'Odoo CRM',
  table: 'deals',
  recognise: ['Oportunidad', 'Ingreso esperado'],
  columns: {
    deal_name: ['Oportunidad'],
    owner: ['Vendedor'],
    team: ['Equipo de ventas'],
    stage: ['Etapa'],
    amount: ['Ingreso esperado'],
    lost_reason: ['Motivo de pérdida/Descripción', 'Motivo de pérdida'],
    customer: ['Cliente'],
    expected_close_on: ['Cierre esperado', 'Cierre previsto'],
    created_on: ['Creado el'],
    closed_on: ['Fecha de cierre'],
    currency: ['Moneda'],
    source: ['Origen'],
  },
  ignore: [
    'Probabilidad',
    'Nombre del contacto',
    'Correo electrónico',
    'Teléfono',
    'Etiquetas/Nombre de etiqueta',
    'Última acción',
    'Fecha límite de mi actividad',
    'Actividades',
    'Actividades/Asignada a',
  ],
})
