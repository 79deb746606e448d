import { English } from '@/components/ui/English'
import { Select } from '@/components/ui/Select'
import { TextField } from '@/components/ui/TextField'
import { useI18n } from '@/i18n/I18nProvider'
import { FieldError } from './FieldError'
import type { Parameter } from './families'

interface ParameterFieldProps {
  parameter: Parameter
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

/** A hyperparameter under the name that the API gives it; empty means its default. */
export function ParameterField({ parameter, value, error, onChange }: ParameterFieldProps) {
  const { t } = useI18n()
  const { name, kind, usual } = parameter
  if (kind.is === 'flag' || kind.is === 'choice') {
    const options = kind.is === 'flag' ? ['true', 'false'] : kind.options
    const label = (option: string) => (option === usual ? t.newTraining.usual(option) : option)
    return (
      <div className="grid content-start gap-1">
        <Select
          label={name}
          value={value || usual}
          options={options.map((option) => ({ value: option, label: label(option) }))}
          onChange={(chosen) => onChange(chosen === usual ? '' : chosen)}
        />
        <FieldError detail={error} />
      </div>
    )
  }
  const hints = { features: t.newTraining.featuresHint, gamma: t.newTraining.gammaHint }
  const hint = kind.is === 'features' || kind.is === 'gamma' ? hints[kind.is] : undefined
  return (
    <TextField
      label={name}
      value={value}
      error={error && <English>{error}</English>}
      placeholder={usual || t.newTraining.byDefault}
      inputMode={kind.is === 'number' ? 'decimal' : kind.is === 'whole' ? 'numeric' : 'text'}
      autoComplete="off"
      spellCheck={false}
      hint={hint}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
