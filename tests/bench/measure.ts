// Runs one process to its end: wall time, peak resident memory, what it wrote.
import { spawn } from 'node:child_process'
import { openSync, closeSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface Run {
  readonly seconds: number
  /** Processor time of all threads. */
  readonly cpuSeconds: number
  readonly peakMiB: number
  readonly stdout: string
}

// The process tells its own peak when it ends: resident memory as the system counts it, the same for every contestant.
const teller = (file: string): string =>
  `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>{const u=process.resourceUsage();` +
  `writeFileSync(${JSON.stringify(file)},JSON.stringify([u.maxRSS,u.userCPUTime+u.systemCPUTime]))})`

export async function measure(args: readonly string[], folder: string): Promise<Run> {
  const peak = join(folder, 'peak.json')
  const out = join(folder, 'stdout.json')
  const handle = openSync(out, 'w')
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', teller(peak), ...args], {
    stdio: ['ignore', handle, 'pipe'],
  })
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const seconds = (performance.now() - started) / 1000
  closeSync(handle)
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${stderr}`)
  const [kibibytes = 0, microseconds = 0]: number[] = JSON.parse(readFileSync(peak, 'utf8'))
  rmSync(peak)
  return {
    seconds,
    cpuSeconds: microseconds / 1e6,
    peakMiB: kibibytes / 1024,
    stdout: out,
  }
}
