import { describe, expect, test } from 'vitest'
import { findDialect } from '../../../src/ingest/head/dialect.ts'

const delimiterOf = (text: string, known: readonly string[] = []): string =>
  findDialect(text, true, (name) => known.includes(name.trim().toLowerCase())).dialect.delimiter

// Shapes that people reported to CSV libraries because the wrong delimiter was taken; the data are our own.
const reported: readonly (readonly [what: string, delimiter: string, text: string])[] = [
  ['decimal commas in tabs', '\t', 'X\tY\tZ\n120,5\t50,3\t2,35\n121,5\t51,3\t2,36\n'],
  [
    'decimal commas in semicolons, no header',
    ';',
    '101300;010114;00;A.N. x;;;733480,00;-733480,00\n106110;010114;00;A.N. y;;;73348,16;-73348,16\n',
  ],
  [
    'some amounts with decimals, some without',
    ';',
    '08/01/2016;A;-21.419,06\n12/01/2016;A;-275\n13/01/2016;A;-15.000,00\n15/01/2016;A;-116\n',
  ],
  [
    'one comma and one semicolon in every row',
    ';',
    'name;phone\nAnn;5,58199E+12\nBob;5,51197E+12\nCleo;5,582E+12\n',
  ],
  [
    'a list of dates with semicolons in one cell',
    ',',
    'driver_id,exception_dates\n1202071166,01/04/2022;02/04/2022;05/04/2022\n',
  ],
  ['line breaks and commas in one quoted cell', ';', 'Field1;Field2;"F\ni,e,l,d\n,3"\na;b;"c\nd,e\nf"\n'],
  [
    'a date with a comma in every row, trailing semicolons in some',
    ';',
    'April 15, 2023;4028722987;25.00;4.00;Ray;pending;\nApril 14, 2023;4441335566;25.00;4.00;Scott;pending;\nApril 9, 2023;6783434534;25.00;4.00;Lonny;\n',
  ],
  [
    'coordinates with commas and spaces',
    ';',
    'ID;GEOM;box\n1; POINT(48.7 9.1); POLYGON(48.7 9.1, 48.7 9.1, 48.7 9.1)\n2; POINT(48.7 9.1); POLYGON(48.7 9.1, 48.7 9.1, 48.7 9.1)\n',
  ],
  [
    'commas within the names of the header',
    ';',
    'SKU (required, unique);Name (100 characters or fewer, required);Price (required);Height (cm, required)\n1542822078456;Tie, red;90.0;10.0\n1542822078493;Hat;80.0;12.5\n',
  ],
  ['two columns and two rows', ';', 'feedback_event;feedback_time\nverified;1708657810\n\n'],
  [
    'lists in brackets',
    ';',
    "id;flag;cost;group;rest\n1;False;62.25;['345'];x\n2;False;54.00;['235'];x\n3;False;46.50;['112', '112'];x\n",
  ],
  [
    'an unquoted comma in the last row',
    ',',
    'hex1,hex2,vr,description\n0018,9080,ST,Map Description\n0018,9081,CS,Fourier\n0018,9082,FD,Effective Time (0018,9083) SQ Code\n',
  ],
  [
    'a quote that is never closed',
    ';',
    '46592;OK SERVICE;Q8;Road;x;1;2\n46593;"MEGA SERVICE &C .;Q8;Road;y;37.25;13.91\n46594;OK2;Q8;Road;x;1;2\n',
  ],
  ['one column', ',', '__proto__.polluted\nyes\n'],
  ['tabs within quoted cells', ';', 'Surname;First Name;Year\n"\tDoe;Jane"\t;x;1971\n"\tRoe";Max;1980\n'],
]

test.each(reported)('%s', (_, delimiter, text) => {
  expect(delimiterOf(text)).toBe(delimiter)
})

describe('header words we know', () => {
  const known = ['stage', 'amount', 'close date']

  test('beat the delimiter that counts better', () => {
    const text = 'Stage;Amount;Close Date\nwon, at last, by far;10;x\nlost, sadly, again;20;y\n'
    expect(delimiterOf(text, known)).toBe(';')
  })

  test('are found below titles', () => {
    const text = 'Report, all, deals\nFilter, none, at all\nStage|Amount|Close Date\nwon|10|x\n'
    expect(delimiterOf(text, known)).toBe('|')
  })

  test('of one column are not taken apart at their spaces', () => {
    expect(
      findDialect('Close Date\n2026-01-05\n2026-01-06\n', true, (name) =>
        ['close date', 'close', 'date'].includes(name.toLowerCase()),
      ).width,
    ).toBe(1)
  })
})

describe('one column', () => {
  test('of reasons with commas and semicolons stays one', () => {
    expect(findDialect('lost_reason\nPrice; scope, time\nPrice\nTiming\n', true)).toMatchObject({
      width: 1,
      dialect: { delimiter: '\t' },
    })
  })

  test('of quoted text stays one, and commas may be its delimiter', () => {
    expect(findDialect('"#,#00"\n"12,34"\n', true)).toMatchObject({ width: 1, dialect: { delimiter: ',' } })
  })

  test('of sentences is not split at its spaces', () => {
    expect(findDialect('list\na bb ccc\n', true).width).toBe(1)
  })
})

describe('quotes', () => {
  test('apostrophes in names are not quotes', () => {
    expect(findDialect("id,name\n1,O'Neil\n2,D'Arcy, jr\n", true).dialect.quote).toBe('"')
  })

  test('apostrophes around cells are', () => {
    expect(findDialect("'id','name'\n'1','a, b'\n'2','it''s'\n", true).dialect.quote).toBe("'")
  })

  test('inch marks at the beginning of cells do not make a table of their own', () => {
    expect(findDialect('size\tprice\n"10 inch\t5\n"12 inch\t6\n"14 inch\t7\n', true).dialect.delimiter).toBe(
      '\t',
    )
  })

  test('stay quotes with blanks between them and the delimiter', () => {
    const text = 'id,reason ,owner\n1,"too dear, they say" ,Ann\n2,"no, thanks"  ,Bob\n3,"x" ,"Cleo" \n'
    expect(findDialect(text, true).dialect).toMatchObject({ delimiter: ',', quote: '"' })
    expect(findDialect('A,"B" ,C,D\nE,F,"G" ,H\n', true).dialect.quote).toBe('"')
  })

  test('one too many in the header does not hide its words, nor the quotes of the rows', () => {
    const rows = '1,"too dear, they say, at last",5\n2,"no, thanks",6\n3,"later, perhaps, or never",7\n'
    const found = findDialect(`"Id,Reason,"Amount"\n${rows}`, true, (name) =>
      ['id', 'reason', 'amount'].includes(name.replaceAll('"', '').toLowerCase()),
    )
    expect(found).toMatchObject({ width: 3, dialect: { delimiter: ',', quote: '"' } })
  })

  test('a backslash before a quote escapes it only where doubling does not explain it better', () => {
    expect(findDialect('a,b\n"x \\"y\\" z",1\n"p",2\n', true).dialect.escape).toBe('backslash')
    expect(findDialect('a,b\n"C:\\",1\n"8\\\'9"" tall",2\n', true).dialect.escape).toBe('double')
  })
})

test.each([
  ['sep=;\na;b\n1;2\n', ';'],
  ['SEP=|\r\na|b\r\n1|2\r\n', '|'],
  ['"sep=\t"\na\tb\n', '\t'],
  ['sep=\\t\na\tb\n', '\t'],
])('a sep line names the delimiter: %j', (text, delimiter) => {
  expect(findDialect(text, true)).toMatchObject({ sepLine: true, dialect: { delimiter } })
})

test.each([':', '^', '~', '\u001f', '`', '#'])('%j is found where it makes a perfect table', (delimiter) => {
  const rows = [
    ['id', 'owner', 'amount'],
    ['1', 'Ann', '10'],
    ['2', 'Bob', '20'],
    ['3', 'Cleo', '30'],
  ]
  expect(delimiterOf(rows.map((row) => row.join(delimiter)).join('\n'))).toBe(delimiter)
})

test('a space after every delimiter belongs to it, after some of them it does not', () => {
  expect(delimiterOf('id, name, amount\n1, "A, B", 10\n2, C, 20\n')).toBe(', ')
  expect(delimiterOf('id, name, amount\n1, "A, B", 10\n2,C, 20\n')).toBe(',')
})
