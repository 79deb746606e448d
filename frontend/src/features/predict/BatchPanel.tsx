import { useMutation } from '@tanstack/react-query'
import { Download, FileSpreadsheet } from 'lucide-react'
import { type ChangeEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { English } from '@/components/ui/English'
import { Failure } from '@/components/ui/Failure'
import { Notice } from '@/components/ui/Notice'
import { Progress } from '@/components/ui/Progress'
import { useI18n } from '@/i18n/I18nProvider'
import { readCsv } from '@/lib/csv/readCsv'
import type { CsvTable } from '@/lib/csv/table'
import { writeTable } from '@/lib/csv/table'
import type { OnnxModel } from '@/lib/onnx/OnnxModel'
import { saveText } from '@/lib/saveText'
import { predictOnServer } from './api'
import { BadRowsError, fitOf, predictAll, rowsOf, scoredTable } from './batch'
import { ScoredTable } from './ScoredTable'
import type { ModelSchema } from './schema'

interface BatchPanelProps {
  id: string
  schema: ModelSchema
  model: OnnxModel | undefined
  ready: boolean
}

/** A CSV of rows; it comes back with the answers. */
export function BatchPanel({ id, schema, model, ready }: BatchPanelProps) {
  const { t } = useI18n()
  const input = useRef<HTMLInputElement>(null)
  const [done, setDone] = useState(0)
  const stop = useRef<AbortController | null>(null)

  const read = useMutation({
    mutationFn: async (file: File) => ({ name: file.name, read: await readCsv(file) }),
  })
  const score = useMutation({
    mutationFn: async (table: CsvTable) => {
      const controller = new AbortController()
      stop.current = controller
      setDone(0)
      const ask = async (rows: Parameters<OnnxModel['predict']>[0]) => {
        if (!model) return predictOnServer(id, rows, controller.signal)
        const answer = await model.predict(rows)
        return 'bad' in answer ? answer : answer.predictions
      }
      const predictions = await predictAll(rowsOf(table, schema), ask, setDone, controller.signal)
      return scoredTable(table, schema, predictions)
    },
  })

  function onFile(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    score.reset()
    read.mutate(file)
  }

  const name = read.data?.name ?? ''
  const table = read.data && 'columns' in read.data.read ? read.data.read : undefined
  const ragged = read.data && 'ragged' in read.data.read ? read.data.read.ragged : undefined
  const fit = table && fitOf(table, schema)
  const stopped = score.error?.name === 'AbortError'
  return (
    <Card title={t.predict.file}>
      <p className="max-w-prose text-muted">{t.predict.fileHint}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button kind={table ? 'plain' : 'primary'} onClick={() => input.current?.click()}>
          <FileSpreadsheet aria-hidden="true" />
          {table ? t.predict.chooseOther : t.predict.chooseFile}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          aria-label={t.predict.fileInput}
          tabIndex={-1}
          className="hidden"
          onChange={onFile}
        />
        {table && (
          <span className="min-w-0 break-all text-muted">
            {name} · {t.datasets.rows(table.rows.length)}
          </span>
        )}
      </div>
      {read.error && <Failure title={t.upload.unreadableFile} error={read.error} />}
      {ragged && <Notice tone="bad">{t.predict.ragged(ragged.row, ragged.cells, ragged.expected)}</Notice>}
      {fit && fit.missing.length > 0 && (
        <Notice tone="warn">{t.predict.missingColumns(fit.missing.join(', '))}</Notice>
      )}
      {table && !score.data && (
        <div className="flex flex-wrap items-center gap-3">
          <Button kind="primary" disabled={!ready || score.isPending} onClick={() => score.mutate(table)}>
            {t.predict.scoreAll(table.rows.length)}
          </Button>
          {!ready && <span className="text-muted text-sm">{t.predict.notLoaded}</span>}
          {score.isPending && (
            <>
              <div className="w-48">
                <Progress label={t.predict.scoring} done={done} total={table.rows.length} />
              </div>
              <Button onClick={() => stop.current?.abort()}>{t.ui.cancel}</Button>
            </>
          )}
        </div>
      )}
      {score.error && !stopped && <BatchFailure error={score.error} />}
      {score.data && (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <Button
              kind="primary"
              onClick={() => saveText(writeTable(score.data), `${name.replace(/\.csv$/i, '')}-predicted.csv`)}
            >
              <Download aria-hidden="true" />
              {t.predict.download}
            </Button>
            <span className="text-muted text-sm">{t.predict.formulas}</span>
          </div>
          <ScoredTable table={score.data} answers={schema.labels.length + 1} name={name} />
        </>
      )}
    </Card>
  )
}

const SHOWN_CELLS = 20

function BatchFailure({ error }: { error: Error }) {
  const { t } = useI18n()
  if (!(error instanceof BadRowsError)) return <Failure error={error} />
  return (
    <Notice tone="bad">
      <p className="font-medium">{t.predict.badCells(error.cells.length)}</p>
      <ul className="list-disc pl-5">
        {error.cells.slice(0, SHOWN_CELLS).map(({ row, column, detail }) => (
          <li key={`${row} ${column}`} className="break-words">
            {t.predict.badCell(row + 1, column)} <English>{detail}</English>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
