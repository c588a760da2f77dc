// Header words of the main columns in German, French, Spanish, Portuguese, Italian and Dutch, folded, beside the English ones of the schema.
import type { TableName } from '../../schema/index.ts'

type Words = Readonly<Record<string, string>>

const owner =
  'besitzer|zustandig|vertriebsmitarbeiter|verkaufer|mitarbeiter|inhaber|proprietaire|commercial|vendeur|responsable|vendedor|' +
  'comercial|propietario|proprietario|venditore|commerciale|verkoper|eigenaar|usuario responsavel|responsavel|benutzer|utilisateur'
const team = 'equipe|equipo de ventas|equipo|equipe de vendas|vertriebsteam|squadra|equipe commerciale'
const customer =
  'kunde|kundenname|firma|unternehmen|organisation|client|nom du client|entreprise|societe|cliente|empresa|organizacion|' +
  'organizacao|azienda|klant|bedrijf|compte|konto|cuenta|conta'
const customerId = 'kundennummer|kunden id|numero client|id cliente|klantnummer|id client'
const product = 'produkt|produit|producto|produto|prodotto|artikel|article'
const created =
  'erstellt|erstellt am|erstellungsdatum|anlagedatum|date de creation|cree le|fecha de creacion|creado|creado el|data de criacao|' +
  'criado em|data di creazione|creato il|aangemaakt|aangemaakt op|aanmaakdatum'
const currency = 'wahrung|devise|moneda|moeda|valuta|monnaie'
const amount =
  'betrag|wert|umsatz|montant|valeur|importe|monto|valor|importo|valore|bedrag|waarde|ingreso esperado'
const source = 'quelle|herkunft|source du prospect|origine|origen|origem|fonte|bron|leadquelle'
const email = 'e mail|email|correo electronico|correo|courriel|adresse e mail|e mail adresse'

const shared: Words = { owner, team, customer, customer_id: customerId, product, currency }

export const otherLanguages: Partial<Readonly<Record<TableName, Words>>> = {
  deals: {
    ...shared,
    deal_name: 'titel|bezeichnung|titre|titulo|titolo|oportunidad|oportunidade|opportunita|naam',
    stage: 'phase|verkaufsphase|etape|etapa|fase|fase de venta|stadium',
    status: 'estado|statut|stato|situacao|ergebnis',
    amount,
    source,
    created_on: created,
    closed_on:
      'abschlussdatum|geschlossen am|abgeschlossen am|date de cloture|date de fermeture|fecha de cierre|cerrado el|data de fechamento|' +
      'fechado em|data di chiusura|sluitingsdatum|gesloten op',
    expected_close_on:
      'voraussichtliches abschlussdatum|erwartetes abschlussdatum|date de cloture prevue|cierre previsto|fecha de cierre prevista|' +
      'fecha de cierre esperada|data de fechamento esperada|data prevista de fechamento|chiusura prevista|verwachte sluitingsdatum',
    lost_reason:
      'verlustgrund|absagegrund|grund der ablehnung|raison de la perte|raison de perte|motif de perte|motif|motivo de perdida|' +
      'razon de la perdida|razon de perdida|motivo da perda|motivo de perda|motivo della perdita|motivo perdita|verliesreden|reden van verlies',
    competitor: 'wettbewerber|mitbewerber|concurrent|competidor|concorrente',
    last_activity_on: 'ultima actividad|ultima atividade|letzte aktivitat|derniere activite|ultima attivita',
  },
  leads: {
    ...shared,
    email,
    source,
    created_on: created,
    status: 'estado|statut|stato|situacao|estagio no funil|etapa',
    lead_name: 'nome|nom|nombre|name des leads|nombre del contacto|naam',
    converted_on:
      'konvertiert am|umwandlungsdatum|date de conversion|fecha de conversion|data de conversao|data di conversione',
    lost_reason: 'verlustgrund|motif de perte|motivo de perdida|motivo da perda',
  },
  surveys: {
    ...shared,
    email,
    score: 'note|bewertung|puntuacion|nota|punteggio|cijfer|note nps|nps wert|punkte',
    comment: 'kommentar|commentaire|comentario|commento|opmerking|explication|anmerkung|verbatim',
    answered_on:
      'datum|date de reponse|fecha de respuesta|data da resposta|data di risposta|zeitstempel|horodateur|marca temporal|' +
      'carimbo de data hora|informazioni cronologiche|tijdstempel|antwortdatum',
  },
  targets: {
    target_amount:
      'ziel|zielwert|umsatzziel|objectif|objectif de vente|objetivo|meta|cuota|quota de vente|obiettivo|doel|soll|plan umsatz',
    period: 'zeitraum|monat|quartal|periode|mois|trimestre|periodo|mes|mese|maand|kwartaal',
    currency,
  },
  invoices: {
    ...shared,
    invoice_id:
      'rechnungsnummer|rechnungsnr|rechnung|numero de facture|facture|no facture|numero de factura|factura|numero da fatura|fatura|' +
      'numero fattura|fattura|factuurnummer|factuur',
    issued_on:
      'rechnungsdatum|date de facture|date de facturation|fecha de factura|fecha de emision|data da fatura|data de emissao|data fattura|' +
      'data di emissione|factuurdatum|datum',
    due_on:
      'fallig am|falligkeitsdatum|faelligkeit|date d echeance|echeance|fecha de vencimiento|vencimiento|data de vencimento|scadenza|vervaldatum',
    paid_on:
      'bezahlt am|zahlungsdatum|date de paiement|fecha de pago|data de pagamento|data di pagamento|betaald op',
    amount: `${amount}|gesamtbetrag|summe|total ttc|montant total|total factura|importe total|valor total|totale|totaal|rechnungsbetrag`,
    status: 'estado|statut|stato|situacao',
  },
  customers: {
    ...shared,
    churn_reason:
      'kundigungsgrund|motif de resiliation|motivo de baja|motivo de cancelacion|motivo do cancelamento|opzegreden',
    ended_on:
      'kundigungsdatum|gekundigt am|date de resiliation|fecha de baja|data de cancelamento|opgezegd op',
    start_on: 'kunde seit|client depuis|cliente desde|klant sinds|vertragsbeginn',
  },
}
