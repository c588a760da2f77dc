// The published JSON Schemas, made from the zod schemas that check the data.
import { z } from 'zod'
import { detectors } from '../detectors/index.ts'
import { inspection, report } from '../report/schemas.ts'
import { configSchema } from './config-schema.ts'

const write = (title: string, schema: z.ZodType): string =>
  `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`

/** JSON Schema text by name. */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map([
    ['report', write('salescheck report', report)],
    ['inspection', write('salescheck inspection', inspection)],
    ['config', write('salescheck.json', configSchema(detectors))],
  ])
