// Which blocks of this program ran since it was last asked, by Node's own inspector.
import { Session, type Profiler } from 'node:inspector'

export interface Coverage {
  /** Blocks that ran, with how often in powers of two; counting begins anew. */
  taken(): string[]
}

export function startCoverage(program: string): Coverage {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return {
    taken: () => {
      const found: string[] = []
      // Answered before it returns: the session is of this very thread.
      session.post(
        'Profiler.takePreciseCoverage',
        (error, answer: Profiler.TakePreciseCoverageReturnType) => {
          if (error !== null) throw error
          for (const { url, functions } of answer.result)
            if (url.endsWith(program))
              for (const { ranges } of functions)
                for (const { startOffset, endOffset, count } of ranges)
                  if (count > 0)
                    found.push(`${startOffset}-${endOffset} ${Math.min(8, Math.floor(Math.log2(count)))}`)
        },
      )
      return found
    },
  }
}
