import { Columns3, RotateCcw } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '@/components/ui/Button'
import { Menu, MenuChecks, MenuItem, MenuLine } from '@/components/ui/Menu'
import { useI18n } from '@/i18n/I18nProvider'
import type { Run } from '../api'
import { SCORES } from '../filter/keys'
import { parameterNames } from '../parameters'
import { metricColumn, parameterColumn, STANDARD, type StandardColumn, toggled, USUAL } from './columnIds'

interface ColumnMenuProps {
  runs: readonly Run[]
  columns: readonly string[]
  onChange: (columns: readonly string[]) => void
}

/** Which columns are in sight: those of every run, single scores, and the parameters that there are. */
export function ColumnMenu({ runs, columns, onChange }: ColumnMenuProps) {
  const { t } = useI18n()
  const texts = t.runsTable
  const chosen = useMemo(() => new Set(columns), [columns])
  const parameters = useMemo(() => parameterNames(runs).sort(), [runs])
  const titles: Record<StandardColumn, string> = {
    model: t.runs.model,
    dataset: t.runs.dataset,
    target: texts.target,
    status: texts.status,
    spark: texts.spark,
    score: t.runs.score,
    interval: t.runs.intervalShort,
    cost: t.runs.cost,
    duration: t.runs.duration,
    created: texts.created,
    task: texts.task,
    version: texts.version,
    mode: texts.mode,
  }
  const toggle = (id: string) => onChange(toggled(columns, id))
  return (
    <Menu
      trigger={
        <Button>
          <Columns3 aria-hidden="true" />
          {texts.columns}
        </Button>
      }
    >
      <MenuItem icon={RotateCcw} onSelect={() => onChange(USUAL)}>
        {texts.usualColumns}
      </MenuItem>
      <MenuLine />
      <MenuChecks
        label={texts.columnGroups.standard}
        chosen={chosen}
        // The model is the way to the run, so it is always there.
        options={STANDARD.filter((id) => id !== 'model').map((id) => ({
          value: id as string,
          label: titles[id],
        }))}
        onToggle={toggle}
      />
      <MenuChecks
        label={texts.columnGroups.scores}
        chosen={chosen}
        options={SCORES.map((metric) => ({
          value: metricColumn(metric),
          label: t.runs.metrics[metric] ?? metric,
        }))}
        onToggle={toggle}
      />
      {parameters.length > 0 && (
        <MenuChecks
          label={texts.columnGroups.parameters}
          chosen={chosen}
          options={parameters.map((name) => ({ value: parameterColumn(name), label: name }))}
          onToggle={toggle}
        />
      )}
    </Menu>
  )
}
