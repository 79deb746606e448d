import { Check, Circle, Info, Loader, type LucideIcon, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

export type Tone = 'neutral' | 'info' | 'running' | 'good' | 'warn' | 'bad'

const TONES: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink',
  info: 'bg-info-soft text-info',
  running: 'bg-info-soft text-info',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
}

/** Told apart by shape as well as by colour. */
const SIGNS: Record<Tone, LucideIcon> = {
  neutral: Circle,
  info: Info,
  running: Loader,
  good: Check,
  warn: TriangleAlert,
  bad: X,
}

/** A state: word, sign and colour. */
export function Badge(props: { tone: Tone; children: ReactNode }) {
  const Sign = SIGNS[props.tone]
  return (
    <span
      className={cx(
        'inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap rounded-md px-2 font-medium text-sm',
        TONES[props.tone],
      )}
    >
      <Sign
        aria-hidden="true"
        className={cx('size-3.5 shrink-0', props.tone === 'running' && 'motion-safe:animate-spin')}
        strokeWidth={2.5}
      />
      {props.children}
    </span>
  )
}
