// Month and weekday names, folded, in the languages sales tools write: English, German, French, Spanish, Portuguese, Italian, Dutch.

const months: readonly string[] = [
  'jan january januar janner jan janv janvier ene enero janeiro gen gennaio januari',
  'feb february februar fev fevr fevrier febrero fevereiro febbraio februari',
  'mar march mrz marz maerz mars marzo marco mrt maart',
  'apr april avr avril abr abril aprile',
  'may mai mayo maio mag maggio mei',
  'jun june juni juin junio junho giu giugno',
  'jul july juli juil juillet julio julho lug luglio',
  'aug august aou aout ago agosto augustus',
  'sep sept september septembre septiembre setiembre set setembro sett settembre',
  'oct october okt oktober octobre octubre out outubro ott ottobre',
  'nov november novembre noviembre novembro',
  'dec december dez dezember decembre dic diciembre dezembro dicembre',
]

const monthByName: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
)

/** 1..12 of a folded month name or its usual short form; else 0. */
export const monthNumber = (folded: string): number => monthByName.get(folded) ?? 0

const skipped: ReadonlySet<string> = new Set(
  (
    'mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday ' +
    'mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag ' +
    'lun mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'mie jue vie sab dom lunes martes miercoles jueves viernes sabado domingo ' +
    'seg ter qua qui sex segunda terca quarta quinta sexta feira ' +
    'gio lunedi martedi mercoledi giovedi venerdi domenica ' +
    'ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
    'st nd rd th er e o a of de del the den le el la il am der ' +
    '年 月 日'
  ).split(' '),
)

/** Words inside a date that say nothing about it: weekdays, ordinal endings, `of`, `de`. */
export const isFiller = (folded: string): boolean => skipped.has(folded)
