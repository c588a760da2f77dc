// The fixture companies: folder name and files.
import { harborline } from './harborline/index.ts'
import { meadowlark } from './meadowlark/index.ts'

export const companies: readonly { readonly name: string; readonly files: () => Map<string, string> }[] = [
  { name: 'harborline', files: harborline },
  { name: 'meadowlark', files: meadowlark },
]
