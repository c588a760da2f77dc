// Opens a named pipe without waiting for ever for somebody to write to it.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { SalescheckError } from '../../errors.ts'
import { errorCodeOf } from './file-error.ts'

/** How long a writer may take to open its end; what it writes may take as long as it likes. In milliseconds. */
const patience = 2000
const interval = 25

/** Throws SalescheckError `input-unreadable` when nothing writes to the pipe, or when it is no pipe. */
export async function pipeAt(path: string, name: string, signal?: AbortSignal): Promise<Readable> {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    if (!fstatSync(descriptor).isFIFO()) {
      throw new SalescheckError('input-unreadable', `${name} is neither a file nor a pipe`, {
        place: { file: name },
      })
    }
    const first = await firstBytes(descriptor, name, signal)
    const { Socket } = await import('node:net')
    const socket = new Socket({ fd: descriptor, readable: true, writable: false })
    if (first.length > 0) socket.unshift(first)
    return socket
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

/** Without a writer a read gives nothing at once; with one that has not written yet it asks to come again. */
async function firstBytes(descriptor: number, name: string, signal?: AbortSignal): Promise<Buffer> {
  const buffer = Buffer.alloc(64 * 1024)
  for (let waited = 0; waited < patience; waited += interval) {
    signal?.throwIfAborted()
    try {
      const bytesRead = readSync(descriptor, buffer)
      if (bytesRead > 0) return buffer.subarray(0, bytesRead)
    } catch (error) {
      if (errorCodeOf(error) === 'EAGAIN') return buffer.subarray(0, 0)
      throw error
    }
    await setTimeout(interval)
  }
  throw new SalescheckError('input-unreadable', `nothing writes to the pipe ${name}`, {
    place: { file: name },
    hint: 'start the command that writes to it first, or use - to read standard input',
  })
}
