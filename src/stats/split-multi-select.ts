/**
 * The single answers of a multi-select cell: split at `|`, trimmed, empty ones left out.
 *
 * Use it on lost reasons before anything else. Not at commas: people write them inside a reason.
 *
 * Example: splitMultiSelect('Price | Timing|') = ['Price', 'Timing']
 */
export function splitMultiSelect(text: string): string[] {
  return text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
