// Won and lost in the languages sales tools speak. Everything else a deal can be is open.

const won =
  'won|closed won|closedwon|win|deal won|sold|success|successful|booked|customer|gewonnen|geschlossen gewonnen|abgeschlossen gewonnen|' +
  'gagne|gagnee|conclusion gagnante|ferme gagne|conclue|ganado|ganada|cerrado ganado|cerrada ganada|ganho|ganha|fechado ganho|' +
  'fechada ganha|vinto|vinta|chiuso vinto|chiusa vinta|chiuso positivamente|gesloten gewonnen|wygrane|wygrana|zamkniete wygrane|' +
  'vyhrano|uzavreno vyhrano|vundet|vunnet|vunnen|voitettu|kazanildi|castigat|megnyert|выиграна|выиграно|выигран|успешно|' +
  'успешно реализовано|сделка успешна|сделка заключена|виграно|受注|成約|赢单|成交|수주'

const lost =
  'lost|closed lost|closedlost|lose|loss|deal lost|lost to competition|closed lost to competition|dead|abandoned|cancelled|canceled|' +
  'rejected|declined|failed|no sale|apology|verloren|geschlossen verloren|abgeschlossen verloren|perdu|perdue|conclusion perdante|' +
  'ferme perdu|perdido|perdida|cerrado perdido|cerrada perdida|fechado perdido|fechada perdida|perso|persa|chiuso perso|chiusa persa|' +
  'chiuso negativamente|gesloten verloren|przegrane|przegrana|zamkniete przegrane|ztraceno|uzavreno ztraceno|tabt|tapt|forlorad|' +
  'havitty|kaybedildi|pierdut|elveszett|проиграна|проиграно|проигран|сделка провалена|провалена|закрыто и не реализовано|програно|' +
  '失注|输单|丢单|실주'

const open =
  'open|in progress|new|active|pending|ongoing|prospecting|engaging|qualification|proposal|negotiation|offen|ouvert|ouverte|en cours|' +
  'abierto|abierta|aberto|aberta|aperto|aperta|in corso'

/** Words strong enough to decide wherever they stand as whole words: `G. Project Won`, `Closed Lost - Price`. */
const anywhereWon =
  'won gewonnen gagne gagnee ganado ganada ganho ganha vinto vinta wygrane vyhrano выиграна выиграно'
const anywhereLost =
  'lost verloren perdu perdue perdido perdida perso persa przegrane ztraceno проиграна проиграно провалена'

const entries = (words: string, choice: string): [string, string][] =>
  words.split('|').map((word) => [word, choice])
const anywhere = (words: string, choice: string): [string, string][] =>
  words.split(' ').map((word) => [`* ${word} *`, choice])

export const dealStatusWords: ReadonlyMap<string, string> = new Map([
  ...entries(won, 'won'),
  ...entries(lost, 'lost'),
  ...entries(open, 'open'),
  ...anywhere(anywhereWon, 'won'),
  ...anywhere(anywhereLost, 'lost'),
  ['*', 'open'],
])
