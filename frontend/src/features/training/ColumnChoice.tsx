import { Checkbox } from '@/components/ui/Checkbox'
import { useI18n } from '@/i18n/I18nProvider'

interface ColumnChoiceProps {
  columns: readonly { name: string }[]
  excluded: readonly string[]
  onChange: (excluded: string[]) => void
}

/** Which columns may be learnt from. */
export function ColumnChoice({ columns, excluded, onChange }: ColumnChoiceProps) {
  const { t } = useI18n()
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t.newTraining.columns}</legend>
      <div className="grid max-h-60 gap-x-4 overflow-y-auto sm:grid-cols-2 xl:grid-cols-3">
        {columns.map(({ name }) => (
          <Checkbox
            key={name}
            label={<span className="break-all font-mono text-sm">{name}</span>}
            checked={!excluded.includes(name)}
            onChange={(event) =>
              onChange(
                event.target.checked ? excluded.filter((other) => other !== name) : [...excluded, name],
              )
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
