/**
 * Text without what people type differently but mean the same: case, accents, ligatures, kinds of white
 * space.
 *
 * Use it as the first step of every comparison of typed text. Not for display.
 *
 * Rule, in this order: trim, lower case, compatibility decomposition (NFKD) without marks, letters that do
 * not decompose spelt out (ß ss, æ ae, œ oe, ø o -> oe, đ ð d, þ th, ł l, ħ h, ı i, ŋ n, ŧ t, ĸ k), white
 * space to one space. Source: the first half of OpenRefine's fingerprint keyer.
 *
 * Example: foldText('  Größe  ÜBER ') = 'grosse uber'
 */
const SPELT_OUT: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'oe'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
  ['ĸ', 'k'],
])

export function foldText(text: string): string {
  return (
    text
      .trim()
      .toLowerCase()
      // Marks go before the decomposition too: sorting a long run of them is quadratic inside NFKD.
      .replace(/\p{M}+/gu, '')
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[ßæœøđðþłħıŋŧĸ]/g, (letter) => SPELT_OUT.get(letter) ?? letter)
      .replace(/\s+/g, ' ')
  )
}
