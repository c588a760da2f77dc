// The public API of salescheck: everything the command line uses, and all that other programs may import.
export { analyze, inspect, type Analysis, type RunHooks } from './analyze/run.ts'
export { compareReports } from './analyze/compare.ts'
export { emptyConfig, parseConfig, type Config, type FileMapping } from './analyze/config.ts'
export { explainDetector } from './analyze/explain.ts'
export { generalOptions } from './analyze/general-options.ts'
export { historyLine, parseHistory, parseReport } from './analyze/saved-report.ts'
export { mappingFile } from './analyze/mapping-file.ts'
export { narrowRanking } from './analyze/narrow-ranking.ts'
export { resolveSettings, type SettingInputs, type Settings } from './analyze/settings.ts'
export { detectors } from './detectors/index.ts'
export type { Detector } from './detectors/detector.ts'
export { optionFlag, type OptionSpec } from './detectors/options.ts'
export type { PseudonymMap } from './ingest/index.ts'
export { EngineError, SalescheckError, suggestion, type ErrorCode } from './errors.ts'
export { models, type Model } from './models/index.ts'
export type { DetectorOutcome, Finding, Inspection, Report, Source, Table } from './report/index.ts'
export { reporters } from './reporters/index.ts'
export { rejectsCsv } from './reporters/csv/rejects.ts'
export { inspectionJson } from './reporters/json.ts'
export { renderInspection } from './reporters/inspection/terminal.ts'
export type { Reporter, RenderOptions } from './reporters/reporter.ts'
export { terminalText } from './reporters/terminal/text.ts'
export { tableNames, tables, type TableName } from './schema/index.ts'
export { version } from './version.ts'

/** JSON Schema texts by name: `report`, `inspection`, `config`. Loaded when asked for: they pull in the schema library. */
export const jsonSchemas = async (): Promise<ReadonlyMap<string, string>> =>
  (await import('./analyze/json-schemas.ts')).jsonSchemas()
