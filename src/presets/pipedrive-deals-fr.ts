// Pipedrive: deals, French; the loss reason is worded in two ways.
import { definePreset } from './preset.ts'

export const pipedriveDealsFr = definePreset({
  id: 'pipedrive-deals-fr',
  product: 'Pipedrive',
  table: 'deals',
  recognise: ['Titre', 'Étape', 'Statut|Raison de la perte|Raison de perte'],
  columns: {
    deal_name: ['Affaire - Titre'],
    amount: ['Affaire - Valeur'],
    customer: ['Affaire - Organisation'],
    stage: ['Affaire - Étape'],
    status: ['Affaire - Statut'],
    closed_on: ['Affaire - Date de gain'],
    lost_reason: ['Affaire - Raison de la perte', 'Affaire - Raison de perte'],
    expected_close_on: ['Affaire - Date de clôture prévue'],
    deal_id: ['Affaire - ID', 'Affaire - Identifiant'],
    owner: ['Affaire - Propriétaire'],
    currency: ['Affaire - Devise de Valeur', 'Affaire - Devise'],
    created_on: ['Affaire - Affaire créée', "Affaire - Date d'ajout"],
    pipeline: ['Affaire - Pipeline'],
  },
  also: { closed_on: ["Affaire - Heure de l'échec"] },
  ignore: [
    'Affaire - Personne à contacter',
    'Affaire - Heure de mise à jour',
    'Affaire - Visible par',
    'Personne - E-mail - Travail',
    'Personne - Téléphone - Mobile',
  ],
  setAside: [{ header: 'Affaire - Statut', words: ['supprimée', 'deleted'], class: 'soft-deleted' }],
})
