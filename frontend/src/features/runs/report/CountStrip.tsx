import type { Area } from '@/charts/Plot'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { Schemas } from '../detail'

type Bin = Schemas['CalibrationBin']

interface CountStripProps {
  bins: readonly Bin[]
  chosen: Bin | undefined
  /** Where a probability stands, in px. */
  at: (probability: number) => number
  top: number
  height: number
  /** That of the diagram above, whose sides it shares. */
  area: Area
  title: string
}

/** How many rows each group of a reliability diagram has, below its point. */
export function CountStrip({ bins, chosen, at, top, height, area, title }: CountStripProps) {
  const { format } = useI18n()
  const most = Math.max(...bins.map(({ count }) => count), 1)
  const foot = top + height - 1
  const room = height - 26
  return (
    <g>
      <text x={0} y={top + 10} className="fill-muted text-[11px]">
        {title}
      </text>
      <text
        x={area.left - 8}
        y={foot - room}
        dy="0.32em"
        textAnchor="end"
        className="fill-muted font-mono text-[11px]"
      >
        {format.whole(most)}
      </text>
      <line x1={area.left} x2={area.right} y1={foot - room} y2={foot - room} className="stroke-line" />
      {bins.map((bin) => {
        const length = (bin.count / most) * room
        return (
          <rect
            key={bin.predicted}
            x={at(bin.predicted) - 3}
            width={6}
            y={foot - length}
            height={length}
            className={cx('fill-data-1 stroke-surface', chosen && chosen !== bin && 'opacity-35')}
          />
        )
      })}
      <line
        x1={area.left}
        x2={area.right}
        y1={foot}
        y2={foot}
        className="stroke-control"
        shapeRendering="crispEdges"
      />
    </g>
  )
}
