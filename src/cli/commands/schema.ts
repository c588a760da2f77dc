// `salescheck schema [NAME]`: the JSON Schema of reports, inspections and salescheck.json.
import { Argument, type Command } from 'commander'
import { jsonSchemas } from '../../index.ts'
import { write, type Io } from '../io.ts'

export function define(command: Command, io: Io): void {
  command
    .addArgument(
      new Argument('[name]', 'which schema').choices(['report', 'inspection', 'config']).default('report'),
    )
    .addHelpText('after', '\nExamples:\n  $ salescheck schema report > report.schema.json\n')
    .action(async (name: string) => write(io.stdout, (await jsonSchemas()).get(name) ?? ''))
}
