import { type ReactNode, useId } from 'react'
import { Select } from '@/components/ui/Select'
import { TextField } from '@/components/ui/TextField'
import { useI18n } from '@/i18n/I18nProvider'
import type { SchemaInput } from './schema'

interface InputFieldProps {
  input: SchemaInput
  value: string
  error: ReactNode
  onChange: (value: string) => void
}

/** The field for one column: a list where all its words are known, else a text. Empty means missing. */
export function InputField({ input, value, error, onChange }: InputFieldProps) {
  const { t, format } = useI18n()
  const listId = useId()
  if (input.levels) {
    return (
      <div className="grid content-start gap-1">
        <Select
          label={input.name}
          value={value}
          options={[
            ...input.levels.map((level) => ({ value: level, label: level })),
            { value: '', label: t.predict.missing },
          ]}
          onChange={onChange}
        />
        {error && <p className="text-bad text-sm">{error}</p>}
      </div>
    )
  }
  const { min, max, kind } = input
  const range =
    min !== undefined && max !== undefined
      ? t.predict.range(format.score(min), format.score(max))
      : kind === 'datetime'
        ? t.predict.dateHint
        : undefined
  return (
    <>
      <TextField
        label={input.name}
        value={value}
        hint={range}
        error={error}
        inputMode={kind === 'numeric' ? 'decimal' : 'text'}
        autoComplete="off"
        placeholder={t.predict.missing}
        list={input.examples.length > 0 ? listId : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {input.examples.length > 0 && (
        <datalist id={listId}>
          {input.examples.map((example) => (
            <option key={example} value={example} />
          ))}
        </datalist>
      )}
    </>
  )
}
