// A canonical table in an engine: the physical table `<table>_rows` holds what some source fills; the view of the table's own name
// shows every declared column, absent ones as typed NULLs, so that no query needs to know what is absent and absence costs nothing.
import { keyColumns, keyOf, tables, type Column, type TableName } from '../schema/index.ts'
import { join, sql, type Dialect, type Sql, type StoredType } from '../sql/index.ts'

/** Column of every view that tells the rows of its table apart, in no promised order; reading it costs nothing. */
export const rowNumber = 'row_number'

export const rowsTable = (table: TableName): string => `${table}_rows`

/** The type a column is stored as: choices are text. */
export const storedType = (column: Column): StoredType => (column.type === 'choice' ? 'text' : column.type)

/** A column of a canonical table by name; misuse (a name the schema lacks) throws. */
export function columnOf(table: TableName, name: string): Column {
  const found = Object.entries(tables[table].columns).find(([column]) => column === name)?.[1]
  if (found === undefined) throw new RangeError(`table ${table} has no column ${name}`)
  return found
}

/** Stored columns with their types, each followed by its join key where it has one. */
export function storedColumns(
  table: TableName,
  names: readonly string[],
): readonly { name: string; type: StoredType; keyOf: string | null }[] {
  return names.flatMap((name) => {
    const column = columnOf(table, name)
    const stored = { name, type: storedType(column), keyOf: null }
    return column.key === true
      ? [stored, { name: keyOf(name), type: 'text' as const, keyOf: name }]
      : [stored]
  })
}

/** `CREATE OR REPLACE VIEW deals AS SELECT …`: every declared column, or with `only` just the stored ones. */
export function viewOf(dialect: Dialect, table: TableName, names: readonly string[], only = false): Sql {
  const stored = new Set(storedColumns(table, names).map((column) => column.name))
  const declared = [
    ...Object.entries(tables[table].columns).map(([name, column]) => ({ name, type: storedType(column) })),
    ...keyColumns(tables[table]).map(({ key }) => ({ name: key, type: 'text' as const })),
  ]
  const shown = declared
    .filter((column) => !only || stored.has(column.name))
    .map((column) =>
      stored.has(column.name)
        ? dialect.identifier(column.name)
        : sql`${dialect.nullOf(column.type)} AS ${dialect.identifier(column.name)}`,
    )
  const number = sql`${dialect.rowId} AS ${dialect.identifier(rowNumber)}`
  return sql`CREATE OR REPLACE VIEW ${dialect.identifier(table)} AS SELECT ${join([...shown, number], ', ')} FROM ${dialect.identifier(rowsTable(table))}`
}
