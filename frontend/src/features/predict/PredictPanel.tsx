import { lazy, type ReactNode, Suspense, useState } from 'react'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { Tabs } from '@/components/ui/Tabs'
import { useI18n } from '@/i18n/I18nProvider'
import type { PredictView } from './predictView'
import { RowPanel } from './RowPanel'
import type { ModelSchema } from './schema'
import { useTabModel } from './useTabModel'
import { type Where, WherePanel } from './WherePanel'

/** With its table in a file of its own: most ask for one row. */
const BatchPanel = lazy(async () => ({ default: (await import('./BatchPanel')).BatchPanel }))

interface PredictPanelProps {
  id: string
  schema: ModelSchema
  /** Length of the ONNX file in bytes, if there is one. */
  onnxSize: number | undefined
  view: PredictView
  onView: (view: PredictView) => void
  /** Predicts for whole datasets, which are on the server already. */
  datasets: ReactNode
}

/** A model to ask: for one row or for a file, on the server or in this tab. */
export function PredictPanel({ id, schema, onnxSize, view, onView, datasets }: PredictPanelProps) {
  const { t } = useI18n()
  const [where, setWhere] = useState<Where>('server')
  const { tab, load } = useTabModel(id, schema)
  const model = where === 'tab' && tab.state === 'ready' ? tab.model : undefined
  const ready = where === 'server' || model !== undefined
  const parts = { id, schema, model, ready }
  return (
    <div className="grid min-w-0 gap-6">
      {view !== 'dataset' && (
        <WherePanel where={where} onWhere={setWhere} tab={tab} size={onnxSize} onLoad={() => void load()} />
      )}
      <Tabs
        label={t.predict.views}
        value={view}
        onChange={onView}
        tabs={[
          { value: 'row', label: t.predict.oneRow, content: <RowPanel {...parts} /> },
          {
            value: 'file',
            label: t.predict.aFile,
            content: (
              <Suspense fallback={<SkeletonRows rows={4} />}>
                <BatchPanel {...parts} />
              </Suspense>
            ),
          },
          { value: 'dataset', label: t.predict.aDataset, content: datasets },
        ]}
      />
    </div>
  )
}
