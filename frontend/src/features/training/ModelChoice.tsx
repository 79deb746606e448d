import { useId } from 'react'
import { useI18n } from '@/i18n/I18nProvider'
import type { Task } from '@/lib/scores'
import { FAMILIES } from './families'

/** The families that can do a task, each with a sentence. */
export function ModelChoice(props: { task: Task; value: string; onChange: (model: string) => void }) {
  const { t } = useI18n()
  const name = useId()
  const texts = t.newTraining.families as Record<string, string>
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{t.newTraining.model}</legend>
      <div className="grid gap-2 sm:grid-cols-2 2xl:grid-cols-3">
        {FAMILIES.filter(({ tasks }) => tasks.includes(props.task)).map(({ type }) => (
          <label
            key={type}
            className="flex cursor-pointer items-start gap-2.5 rounded-lg border border-line p-3 transition-colors duration-150 hover:bg-sunken has-checked:border-action has-checked:bg-action-soft has-focus-visible:outline-2 has-focus-visible:outline-action"
          >
            <input
              type="radio"
              name={name}
              value={type}
              checked={props.value === type}
              onChange={() => props.onChange(type)}
              className="mt-1 size-4 shrink-0 accent-action"
            />
            <span className="grid min-w-0">
              <span className="font-medium">{t.runs.models[type] ?? type}</span>
              <span className="text-muted text-sm">{texts[type]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
