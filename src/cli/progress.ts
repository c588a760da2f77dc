// One line of progress on stderr: only on a terminal, only for work over a second, gone when the work is done.
import type { Io } from './io.ts'

export interface Progress {
  update(step: string): void
  end(): void
}

const delayMs = 1000

export function startProgress(io: Io, quiet: boolean): Progress {
  const silent = quiet || !io.stderr.isTTY || (io.env['CI'] ?? '') !== '' || io.env['TERM'] === 'dumb'
  if (silent) return { update: () => undefined, end: () => undefined }
  let step = 'reading'
  let drawn = false
  const draw = (): void => {
    drawn = true
    io.stderr.write(`\r\u001B[2K${step.slice(0, Math.max(20, (io.stderr.columns || 80) - 2))} …`)
  }
  let repeat: NodeJS.Timeout | undefined
  const start = setTimeout(() => {
    draw()
    repeat = setInterval(draw, 200)
  }, delayMs)
  return {
    update: (next) => {
      step = next
    },
    end: () => {
      clearTimeout(start)
      clearInterval(repeat)
      if (drawn) io.stderr.write('\r\u001B[2K')
      drawn = false
    },
  }
}
