// Words for rows that were closed as lost although nobody was lost: duplicates, tests, wrong data. Replaced by the option `administrative`.

/** Compared as a whole reason, by fingerprint: "Duplicate!" is one, "duplicate of a feature we lack" is not. */
export const administrativeWords: readonly string[] = [
  'duplicate',
  'duplicate deal',
  'duplicate lead',
  'duplicate record',
  'duplicate entry',
  'duplicated',
  'error/duplicate',
  'error / duplicate',
  'test',
  'test deal',
  'test lead',
  'test record',
  'testing',
  'spam',
  'junk',
  'invalid number',
  'wrong number',
  'wrong number given',
  'number not provided',
  'invalid email',
  'invalid data',
  'wrong data',
  'wrong contact',
  'bad data',
  'data error',
  'entered in error',
  'created by mistake',
  'entered by mistake',
  'merged',
  'already in contact',
  // German
  'Duplikat',
  'Dublette',
  'doppelt',
  'falsche Nummer',
  'falsche Daten',
  'irrtümlich angelegt',
  // French
  'doublon',
  'mauvais numéro',
  'numéro invalide',
  'erreur de saisie',
  // Spanish
  'duplicado',
  'prueba',
  'número equivocado',
  'datos erróneos',
  // Portuguese
  'duplicada',
  'teste',
  'número errado',
  'dados errados',
  // Italian
  'duplicato',
  'numero errato',
  // Dutch
  'dubbel',
  'verkeerd nummer',
  // Polish
  'błędne',
  'błędne dane',
  'błędny numer',
  'już w kontakcie',
  // Czech
  'duplicita',
  'chybné číslo',
  // Russian
  'дубль',
  'дубликат',
  'тест',
  'неверный номер',
  // Japanese
  '重複',
  'テスト',
]
