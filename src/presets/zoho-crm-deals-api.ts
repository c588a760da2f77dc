// Zoho CRM: deals by API names.
import { definePreset } from './preset.ts'

export const zohoCrmDealsApi = definePreset({
  id: 'zoho-crm-deals-api',
  product: 'Zoho CRM',
  table: 'deals',
  recognise: ['Deal_Name', 'Closing_Date', 'Owner'],
  columns: {
    deal_id: ['id'],
    deal_name: ['Deal_Name'],
    owner: ['Owner'],
    customer: ['Account_Name'],
    stage: ['Stage'],
    amount: ['Amount'],
    closed_on: ['Closing_Date'],
    created_on: ['Created_Time'],
    deal_type: ['Type'],
    source: ['Lead_Source'],
    pipeline: ['Pipeline'],
    lost_reason: ['Reason_For_Loss__s'],
    last_activity_on: ['Last_Activity_Time'],
    currency: ['Currency'],
  },
  ignore: [
    'Contact_Name',
    'Probability',
    'Expected_Revenue',
    'Next_Step',
    'Campaign_Source',
    'Modified_Time',
    'Stage_Modified_Time',
    'Forecast_Category__s',
    'Record_Status__s',
  ],
})
