// Changes to inputs: by the byte, by the line, and with pieces that mean something to a reader of tables.

export interface Random {
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number
}

/** mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  return {
    int: (below) => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
    },
  }
}

const pieces: readonly Buffer[] = [
  ...[
    '"',
    '""',
    '"""',
    "'",
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r\n',
    '\r',
    '\\',
    '\\"',
    '",',
    ',"',
    '"\n',
    '\0',
    '\u001a',
    '\ufeff',
    'sep=;\n',
    '2026-02-30',
    '03/04/2026',
    '46292',
    '1713418460',
    '1.234,56',
    '1,234.56',
    '(12)',
    '$5',
    '5.80503E+18',
    '-',
    'NULL',
    'N/A',
    '10 - Very',
    'Grand Total',
    'TOTAL',
    'Closed Won',
    'Deal ID',
    'Close Date',
    'Amount',
    '=1+1',
    '<html>',
    '{"a":1}',
    '%PDF',
    'PK\u0003\u0004',
    'é',
    '日本',
    '👍',
    '\u202e',
    '__proto__',
    '\u2028',
    '   ',
    ',,,,,,',
    '"a\nb"',
  ].map((text) => Buffer.from(text)),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xfe, 0xff]),
  Buffer.from([0xe9]),
  Buffer.from([0xc3]),
  Buffer.from([0xf0, 0x9f]),
  Buffer.from([0x1f, 0x8b, 0x08]),
]

const largest = 32 * 1024

function lineAt(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = bytes.lastIndexOf(0x0a, random.int(bytes.length + 1)) + 1
  const end = bytes.indexOf(0x0a, from)
  return [from, end === -1 ? bytes.length : end + 1]
}

function once(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const at = random.int(bytes.length + 1)
  const length = 1 + random.int(8)
  const piece = pieces[random.int(pieces.length)] ?? Buffer.alloc(0)
  const [from, to] = lineAt(bytes, random)
  switch (random.int(10)) {
    case 0: {
      const copy = Buffer.from(bytes)
      if (copy.length > 0) copy[at % copy.length] = random.int(256)
      return copy
    }
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
    case 2:
    case 3:
    case 4:
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
    case 5:
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + piece.length)])
    case 6:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)])
    case 7:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
    case 8:
      return Buffer.concat([bytes.subarray(0, at), other.subarray(random.int(other.length + 1))])
    default: {
      // One sign for another, all through the file.
      const [a, b] = [pieces[random.int(11)], pieces[random.int(11)]]
      return Buffer.from(
        bytes.toString('latin1').replaceAll(a?.toString('latin1') ?? '', b?.toString('latin1') ?? ''),
        'latin1',
      )
    }
  }
}

export function mutated(bytes: Buffer, other: Buffer, random: Random): Buffer {
  let changed = bytes
  for (let times = 1 + random.int(4); times > 0; times--) changed = once(changed, other, random)
  return changed.subarray(0, largest)
}
