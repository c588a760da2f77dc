// Preloaded into a process under test (node --import): makes one call of the file system fail, as told by FAULT (`17 ENOSPC`), and notes
// the calls that concern us in the file FAULT_COUNT. `17 GROW deals.csv` and `17 VANISH deals.csv` change a file before that call instead.
import { appendFileSync, readlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [nth, code, victim] = (process.env['FAULT'] ?? '0 EIO').split(' ')
const note = process.env['FAULT_COUNT']
const target = Number(nth)
// Taken before anything is wrapped: notes are no calls of the program.
const [append, write, unlink] = [appendFileSync, writeFileSync, unlinkSync]
let calls = 0
if (note !== undefined) write(note, '')

/** The file behind a number, where the system tells. */
function fileOf(number) {
  try {
    return readlinkSync(`/proc/self/fd/${number}`)
  } catch {
    return ''
  }
}

/** Calls that Node itself makes to load modules do not count; some versions read them through the very functions that are wrapped here. */
function isOurs(path) {
  const file = typeof path === 'number' ? fileOf(path) : path
  return typeof file === 'string' && !/^\/proc\/|node_modules|\.m?js$|\.node$|package\.json$/.test(file)
}

function fault(name, path) {
  if (!isOurs(path)) return null
  calls++
  if (note !== undefined) append(note, `${calls} ${name} ${typeof path === 'string' ? path : ''}\n`)
  if (calls !== target) return null
  if (code === 'GROW') append(victim, 'D98,A,Ann,Closed Won,2026-02-20,2026-03-01,1,\n')
  if (code === 'VANISH') unlink(victim)
  if (victim !== undefined) return null
  return Object.assign(
    new Error(`${code}: injected, ${name}${typeof path === 'string' ? ` '${path}'` : ''}`),
    {
      code,
      errno: -1,
      syscall: name,
      ...(typeof path === 'string' ? { path } : {}),
    },
  )
}

function wrap(object, name, known) {
  const original = object[name]
  object[name] = async function (...args) {
    const error = fault(name, known ?? args[0])
    if (error !== null) throw error
    const result = await original.apply(this, args)
    if (name === 'open')
      for (const method of ['read', 'write', 'writeFile', 'sync', 'stat', 'close'])
        closing(result, method, args[0])
    return result
  }
}

/** A handle whose `close` fails is closed all the same: the operating system has let go of it. */
function closing(handle, method, path) {
  const original = handle[method]
  handle[method] = async function (...args) {
    const error = fault(`handle.${method}`, path)
    if (error === null) return original.apply(this, args)
    if (method === 'close') await original.apply(this, args)
    throw error
  }
}

function wrapSync(name) {
  const original = fs[name]
  fs[name] = function (...args) {
    const error = fault(name, args[0])
    if (error !== null) throw error
    return original.apply(this, args)
  }
}

for (const name of [
  'open',
  'stat',
  'lstat',
  'readFile',
  'writeFile',
  'appendFile',
  'rename',
  'rm',
  'mkdir',
  'mkdtemp',
  'realpath',
])
  wrap(fs.promises, name)
for (const name of [
  'statSync',
  'realpathSync',
  'readdirSync',
  'openSync',
  'readSync',
  'fstatSync',
  'closeSync',
])
  wrapSync(name)
const stream = fs.createReadStream
fs.createReadStream = function (path, ...rest) {
  const made = stream.call(this, path, ...rest)
  const error = fault('createReadStream', path)
  if (error !== null) process.nextTick(() => made.destroy(error))
  return made
}
syncBuiltinESMExports()
