import { Checkbox } from '@/components/ui/Checkbox'
import { Segmented } from '@/components/ui/Segmented'
import { useI18n } from '@/i18n/I18nProvider'
import {
  byRule,
  type ColumnChange,
  type ColumnLists,
  isUsed,
  ruleOf,
  strangersOf,
  withColumn,
} from './columnChoice'

interface ColumnChoiceProps {
  /** Names of all columns but the target. */
  columns: readonly string[]
  search: ColumnLists
  onChange: (change: ColumnChange) => void
}

/** Which columns may be learnt from. */
export function ColumnChoice({ columns, search, onChange }: ColumnChoiceProps) {
  const { t } = useI18n()
  const rule = ruleOf(search)
  const used = columns.filter((name) => isUsed(search, name)).length
  const strangers = new Set(strangersOf(search, columns))
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">{t.newTraining.columns}</legend>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Segmented
          label={t.newTraining.columnRule}
          value={rule}
          options={(['all-but', 'only'] as const).map((value) => ({
            value,
            label: t.newTraining.columnRules[value],
          }))}
          onChange={(chosen) => onChange(byRule(search, chosen, columns))}
        />
        <p className="text-muted text-sm">
          {t.newTraining.columnsUsed(used, columns.length)} {t.newTraining.columnRuleHints[rule]}
        </p>
      </div>
      <div className="grid max-h-60 gap-x-4 overflow-y-auto sm:grid-cols-2 xl:grid-cols-3">
        {[...columns, ...strangers].map((name) => (
          <Checkbox
            key={name}
            label={
              <span className="break-all font-mono text-sm">
                {name}{' '}
                {strangers.has(name) && (
                  <span className="font-sans text-warn">{t.newTraining.columnMissing}</span>
                )}
              </span>
            }
            checked={isUsed(search, name)}
            onChange={({ target }) => onChange(withColumn(search, name, target.checked))}
          />
        ))}
      </div>
    </fieldset>
  )
}
