// How much is read and shown at most. Whatever is cut by one of these is counted, and the report says so.

/** Characters of a reason that are read: a pasted paragraph beyond it is grouped by its beginning. */
export const longestText = 1000
/** Distinct wordings returned by a query, most frequent first; rarer ones are counted as reasoned, not ranked. */
export const mostWordings = 20_000
/** Values of a segment column that are compared, largest first; the others belong to the rest. */
export const mostValues = 50
/** Reasons that are tested for change and lift, and that have a rank band; the most frequent ones. */
export const mostTested = 50
/** Wordings bound into the query that lists the rows behind a finding. */
export const mostBound = 2000
/** Findings of one kind in a report; the tables hold the rest. */
export const mostFindings = 10
/** Rows of a table. */
export const mostRows = 100
/** Characters of a label and of an example wording. */
export const longestLabel = 120
export const longestExample = 60
