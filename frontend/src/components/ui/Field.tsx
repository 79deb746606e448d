import { type ReactNode, useId } from 'react'
import { cx } from '@/lib/cx'

/** What ties a control to its label, hint and error; spread it on the control. */
export interface ControlProps {
  id: string
  className: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  children: (control: ControlProps) => ReactNode
}

/** A label over a control, with its hint and what is wrong with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({
        id,
        className: cx(
          'min-h-9 w-full rounded-lg border bg-surface px-3 py-1.5 text-ink placeholder:text-muted',
          error ? 'border-bad' : 'border-control',
        ),
        'aria-invalid': error ? true : undefined,
        'aria-describedby':
          cx(Boolean(error) && errorId, hint !== undefined && hint !== null && hintId) || undefined,
      })}
      {error && (
        <p id={errorId} className="text-bad text-sm">
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}
