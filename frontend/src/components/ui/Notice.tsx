import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

const TONES = {
  bad: 'border-bad bg-bad-soft',
  warn: 'border-warn bg-warn-soft',
  good: 'border-good bg-good-soft',
}

/** A message in the flow of the page. A bad one interrupts whoever listens, the others wait. */
export function Notice(props: { tone: keyof typeof TONES; children: ReactNode }) {
  return (
    <div
      role={props.tone === 'bad' ? 'alert' : 'status'}
      className={cx('grid gap-1 rounded-lg border-l-4 px-4 py-3', TONES[props.tone])}
    >
      {props.children}
    </div>
  )
}
