import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

export type Tone = 'neutral' | 'good' | 'warn' | 'bad'

const TONES: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
}

/** Told apart by shape as well as by colour. */
const SIGNS: Record<Tone, string> = { neutral: '○', good: '✓', warn: '…', bad: '✕' }

/** A state: word, sign and colour. */
export function Badge(props: { tone: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-medium text-sm',
        TONES[props.tone],
      )}
    >
      <span aria-hidden="true">{SIGNS[props.tone]}</span>
      {props.children}
    </span>
  )
}
