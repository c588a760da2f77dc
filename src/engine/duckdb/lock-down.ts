// Settings before the first read: what may be read is named, everything else of the file system and every extension is shut off.
import type { DuckDBConnection } from '@duckdb/node-api'
import { literal } from './literal.ts'

export interface DuckdbOptions {
  /** As DuckDB writes sizes: `1GB`, `512MB`. */
  readonly memoryLimit?: string
  readonly threads?: number
  /** Where queries larger than memory may spill; without it they fail instead. */
  readonly tempDir?: string
  /** The only files that may be read. */
  readonly allowedPaths?: readonly string[]
}

/** The database that holds the tables. */
export const database = 'salescheck'

/** What packs texts and decimals: it would halve the memory once more, and take seven times as long. */
const slowPacking = 'fsst,zstd,dict_fsst,dictionary,rle,alp,alprd,chimp,patas,roaring'

/** The order matters: paths first, then access off, then the configuration itself is locked. */
export async function lockDown(
  [connection, ...others]: readonly [DuckDBConnection, ...DuckDBConnection[]],
  options: DuckdbOptions,
): Promise<void> {
  // Only tables of an attached database can be packed in memory.
  await connection.run(`ATTACH ':memory:' AS ${database} (COMPRESS)`)
  for (const other of others) await other.run(`USE ${database}`)
  const settings = [
    `USE ${database}`,
    `SET disabled_compression_methods='${slowPacking}'`,
    `SET memory_limit=${literal(options.memoryLimit ?? '1GB')}`,
    ...(options.threads === undefined ? [] : [`SET threads=${Math.trunc(options.threads)}`]),
    'SET autoinstall_known_extensions=false',
    'SET autoload_known_extensions=false',
    'SET allow_community_extensions=false',
    `SET allowed_paths=[${(options.allowedPaths ?? []).map(literal).join(', ')}]`,
    // Without a folder of ours DuckDB would spill into `.tmp` of wherever the user stands.
    `SET temp_directory=${literal(options.tempDir ?? '')}`,
    'SET enable_external_access=false',
    'SET lock_configuration=true',
  ]
  await connection.run(settings.join('; '))
}
