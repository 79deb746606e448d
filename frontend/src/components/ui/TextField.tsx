import type { ComponentProps, ReactNode } from 'react'
import { Field } from './Field'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className'> {
  label: string
  hint?: string | undefined
  error?: ReactNode
}

/** A labelled input; hint and error are tied to it for those who listen. */
export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <input {...control} {...input} />}
    </Field>
  )
}
