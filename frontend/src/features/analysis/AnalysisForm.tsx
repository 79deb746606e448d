import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Select } from '@/components/ui/Select'
import { useI18n } from '@/i18n/I18nProvider'
import { NONE } from './draft'

interface AnalysisFormProps {
  /** Columns that could be the target, and the one that suggests itself. */
  targets: readonly string[]
  suggestedTarget: string | undefined
  /** Datasets to compare with, and the one that suggests itself. */
  others: readonly { id: string; label: string; detail: string }[]
  suggestedOther: string | undefined
  busy: boolean
  onAnalyze: (choice: { target?: string; compare_to?: string }) => void
}

/** Against which column and which other dataset to analyze. */
export function AnalysisForm(props: AnalysisFormProps) {
  const { t } = useI18n()
  const [target, setTarget] = useState(props.suggestedTarget ?? NONE)
  const [other, setOther] = useState(props.suggestedOther ?? NONE)
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="w-full sm:w-64">
        <Select
          label={t.analysis.target}
          value={target}
          options={[
            { value: NONE, label: t.analysis.noTarget },
            ...props.targets.map((name) => ({ value: name, label: name })),
          ]}
          onChange={setTarget}
        />
      </div>
      <div className="w-full sm:w-72">
        <Select
          label={t.analysis.compareWith}
          value={other}
          options={[
            { value: NONE, label: t.analysis.compareWithNothing },
            ...props.others.map(({ id, label, detail }) => ({ value: id, label, detail })),
          ]}
          onChange={setOther}
        />
      </div>
      <Button
        kind="primary"
        disabled={props.busy}
        onClick={() =>
          props.onAnalyze({
            ...(target !== NONE && { target }),
            ...(other !== NONE && { compare_to: other }),
          })
        }
      >
        {t.analysis.start}
      </Button>
    </div>
  )
}
