import type { ReactNode } from 'react'

/** What is drawn: a point that is not there, a line that is cut, or a line that falls. */
export type TroubleKind = 'missing' | 'cut' | 'fallen'

/** Heights of the line, in equal steps from the left; smaller is higher. */
const LINE = [122, 104, 110, 84, 90, 66]
const STEP = 24
const LEFT = 40

const POINTS = [
  [64, 120],
  [84, 104],
  [96, 126],
  [112, 96],
  [124, 108],
  [140, 84],
  [156, 98],
  [168, 72],
  [228, 52],
  [246, 66],
  [262, 40],
  [274, 58],
] as const

const at = (index: number) => LEFT + STEP * (index + 1)
const path = LINE.map((y, index) => `${index === 0 ? 'M' : 'L'}${at(index)} ${y}`).join('')

/** A small chart of what went wrong, as decoration; the words stand beside it. */
export function TroubleChart({ kind }: { kind: TroubleKind }) {
  return (
    <svg viewBox="39 14 266 144" aria-hidden="true" fill="none" className="w-full" strokeLinecap="round">
      <g className="stroke-line">
        {[30, 70, 110].map((y) => (
          <line key={y} x1={LEFT} x2={304} y1={y} y2={y} />
        ))}
      </g>
      <path d={`M${LEFT} 16V150H304`} className="stroke-control" />
      {DRAWINGS[kind]}
    </svg>
  )
}

const DRAWINGS: Record<TroubleKind, ReactNode> = {
  missing: (
    <>
      {POINTS.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={4} className="fill-data-1" />
      ))}
      <path
        d={`M${LEFT} 62H190M200 150V72`}
        className="stroke-action"
        strokeDasharray="1 5"
        strokeWidth={1.5}
      />
      <circle cx={200} cy={62} r={9} className="stroke-action" strokeDasharray="3 4" strokeWidth={2} />
    </>
  ),
  cut: (
    <>
      <path d={path} className="stroke-data-1" strokeWidth={2.5} strokeLinejoin="round" />
      <circle cx={at(5)} cy={66} r={5} className="fill-surface stroke-data-1" strokeWidth={2.5} />
      <path d="M192 62L236 48" className="stroke-control" strokeDasharray="1 6" strokeWidth={2} />
      <path d="M248 44L268 50L296 30" className="stroke-control" strokeWidth={2.5} strokeLinejoin="round" />
      <circle cx={244} cy={45} r={5} className="fill-surface stroke-control" strokeWidth={2.5} />
    </>
  ),
  fallen: (
    <>
      <path
        d={`${path}L${at(6)} 76L${at(7)} 150`}
        className="stroke-data-1"
        strokeWidth={2.5}
        strokeLinejoin="round"
      />
      <path d={`M${at(7) - 6} 144l12 12m0 -12l-12 12`} className="stroke-bad" strokeWidth={2.5} />
      <path d={`M${at(7) + 14} 150H296`} className="stroke-control" strokeDasharray="1 6" strokeWidth={2} />
    </>
  ),
}
