import { useLayoutEffect, useRef } from 'react'
import type { Scale } from './axis'
import type { Point } from './decimate'
import type { Mark } from './marks'
import { paintDots } from './paintDots'
import { useThemeVersion } from './useThemeVersion'

interface DotCanvasProps {
  series: readonly { mark: Mark; points: readonly Point[] }[]
  x: Scale
  y: Scale
  width: number
  height: number
}

/** Points below the vector drawing of a chart: any number of them is one element. */
export function DotCanvas({ series, x, y, width, height }: DotCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const colours = useThemeVersion()
  useLayoutEffect(() => {
    if (canvas.current) paintDots(canvas.current, series, { x, y }, { width, height })
  }, [series, x, y, width, height, colours])
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} className="absolute inset-0 size-full" />
    </span>
  )
}
