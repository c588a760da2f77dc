// Every product: how much of it is sold now and was before, and what speaks for or against it.
import type { Scalar, Table, TableColumn } from '../../report/index.ts'
import type { Analysis } from './analysis.ts'

const mostRows = 100

function columnsOf({ base, plan, facts, periods }: Analysis): TableColumn[] {
  const known = [...facts.values()]
  const now = periods?.now.label ?? 'now'
  const then = plan !== null ? 'planned' : (base?.label ?? 'before')
  const has = (pick: (one: (typeof known)[number]) => unknown): boolean =>
    known.some((one) => pick(one) !== null)
  const all: (TableColumn | null)[] = [
    { id: 'product', label: 'Product', type: 'text' },
    plan === null ? { id: 'before', label: `Sales, ${then}`, type: 'count', priority: 2 } : null,
    { id: 'now', label: `Sales, ${now}`, type: 'count', priority: 1 },
    { id: 'shareBefore', label: `Share, ${then}`, type: 'share' },
    { id: 'shareNow', label: `Share, ${now}`, type: 'share', bar: true },
    { id: 'change', label: 'Change, points', type: 'number' },
    has(({ attainment }) => attainment) ? { id: 'attainment', label: 'Attainment', type: 'share' } : null,
    has(({ nps }) => nps) ? { id: 'nps', label: 'NPS', type: 'nps' } : null,
    has(({ nps }) => nps) ? { id: 'answers', label: 'Answers', type: 'count', priority: 3 } : null,
    has(({ refunds }) => refunds) ? { id: 'takenBack', label: 'Taken back', type: 'share' } : null,
    has(({ refunds }) => refunds) ? { id: 'invoices', label: 'Invoices', type: 'count', priority: 4 } : null,
    has(({ npsVerdict }) => npsVerdict)
      ? { id: 'npsVerdict', label: 'Target hit, NPS low', type: 'verdict', priority: 5 }
      : null,
  ]
  return all.flatMap((column) => column ?? [])
}

const round = (points: number): number => Number(points.toFixed(1))

export function tablesOf(analysis: Analysis): Table[] {
  const { drift, facts, plan, base, periods } = analysis
  if (periods === null || drift.bins.length === 0) return []
  const columns = columnsOf(analysis)
  const rows = drift.bins.slice(0, mostRows).map((bin): Scalar[] => {
    const known = bin.key === null ? undefined : facts.get(bin.key)
    const cells: Readonly<Record<string, Scalar>> = {
      product: bin.product,
      before: bin.base,
      now: bin.now,
      shareBefore: bin.baseShare,
      shareNow: bin.nowShare,
      change: round(100 * (bin.nowShare - bin.baseShare)),
      attainment: known?.attainment ?? null,
      nps: known?.nps ?? null,
      answers: known?.answers ?? null,
      takenBack: known?.refunds?.share ?? null,
      invoices: known?.refunds?.invoices ?? null,
      npsVerdict: known?.npsVerdict ?? null,
    }
    return columns.map(({ id }) => cells[id] ?? null)
  })
  const then = plan !== null ? 'the plan' : (base?.label ?? 'the period before')
  const sales = analysis.source === 'invoices' ? 'invoices other than renewals and credits' : 'won deals'
  return [
    {
      id: 'products',
      title: `Mix of products, ${periods.now.label} against ${then}`,
      note: `Share: sales of the product / all sales that name a product (${sales}). Taken back: invoices cancelled or credited / invoices of the year up to the end of the period.`,
      columns,
      rows,
      ...(rows.length < drift.bins.length ? { totalRows: drift.bins.length } : {}),
      chart: {
        kind: 'pareto',
        title: `Mix of products, ${periods.now.label}`,
        description: `Share of sales by product in ${periods.now.label}, ${drift.bins.length} products.`,
        x: 'product',
        y: ['shareNow'],
        beside: 'shareBefore',
      },
    },
  ]
}
