// One contestant in a process of its own: `contestant NAME FOLDER MEMORY TEMP`. Prints its figures as JSON.
import { run as csvParse } from './contestants/csv-parse-and-maps.ts'
import { run as handWritten, variants } from './contestants/hand-written-sql.ts'

const [name = '', folder = '', memoryLimit = '', tempDir = ''] = process.argv.slice(2)
const variant = variants.find((one) => name === `sql-${one}`)
const figures =
  variant === undefined ? await csvParse(folder) : await handWritten(folder, variant, memoryLimit, tempDir)
process.stdout.write(JSON.stringify(figures))
