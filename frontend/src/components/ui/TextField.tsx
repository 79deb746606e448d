import { type ComponentProps, useId } from 'react'
import { cx } from '@/lib/cx'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className'> {
  label: string
  hint?: string | undefined
  error?: string | undefined
}

/** A labelled input; hint and error are tied to it for those who listen. */
export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = cx(error && errorId, hint && hintId)
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        className={cx(
          'min-h-10 w-full rounded-lg border bg-surface px-3 py-1.5 text-ink',
          error ? 'border-bad' : 'border-control',
        )}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
        {...input}
      />
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
