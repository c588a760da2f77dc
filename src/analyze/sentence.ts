// Fills the {placeholders} of a detector's message. A placeholder without a value is our bug and fails the detector.

/** `fillSentence('{owner} booked {share}', { owner: 'Ann', share: '112 %' })` gives `Ann booked 112 %`. */
export function fillSentence(message: string, data: Readonly<Record<string, string>>): string {
  return message.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined
    if (value === undefined) throw new Error(`message placeholder {${name}} has no value`)
    return value
  })
}

const escapePart = (part: string): string => part.replaceAll(/[%:=]/g, (sign) => encodeURIComponent(sign))

/** The stable key of a finding: detector, message, subject, period. Two runs are compared by it. */
export function findingKey(
  detector: string,
  messageId: string,
  subject: readonly { readonly column: string; readonly value: string }[],
  period: { readonly label: string } | null,
): string {
  const parts = subject.map(({ column, value }) => `${escapePart(column)}=${escapePart(value)}`)
  return [detector, messageId, ...parts, ...(period === null ? [] : [escapePart(period.label)])].join(':')
}
