import { colourOf, dashOf, type Mark, outlineOf } from './marks'

/** A mark as it stands in legends, tables and titles; `line` where it stands for a line. */
export function Swatch({ mark, line = false }: { mark: Mark; line?: boolean }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={line ? '-14 -6 28 12' : '-6 -6 12 12'}
      className={line ? 'h-3 w-7 shrink-0' : 'size-3 shrink-0'}
      style={{ color: colourOf(mark) }}
    >
      {line && <path d="M-13,0H13" stroke="currentColor" strokeWidth={2} strokeDasharray={dashOf(mark)} />}
      <path d={outlineOf(mark)} transform="scale(4.5)" fill="currentColor" />
    </svg>
  )
}
