// Google Forms: survey responses.
import { definePreset } from './preset.ts'

export const googleFormsResponses = definePreset({
  id: 'google-forms-responses',
  product: 'Google Forms',
  table: 'surveys',
  recognise: ['Timestamp|Zeitstempel|Horodateur|Marca temporal|Carimbo de data/hora', '?score'],
  columns: {
    answered_on: ['Timestamp', 'Zeitstempel', 'Horodateur', 'Marca temporal', 'Carimbo de data/hora'],
    email: ['Email Address', 'Username', 'E-Mail-Adresse', 'Adresse e-mail'],
  },
})
