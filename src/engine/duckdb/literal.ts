// A text as a SQL literal, for places where DuckDB takes no bound value: settings, file names, options of a reader.

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
