import { useMutation } from '@tanstack/react-query'
import { type FormEvent, lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { ApiError } from '@/api/apiError'
import { Badge } from '@/components/ui/Badge'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { English } from '@/components/ui/English'
import { Failure } from '@/components/ui/Failure'
import { useI18n } from '@/i18n/I18nProvider'
import type { BadCell, Prediction } from '@/lib/onnx/model'
import type { OnnxModel } from '@/lib/onnx/OnnxModel'
import { Answer, answerText } from './Answer'
import { askForRow } from './api'
import { differenceOf, SAME } from './compare'
import { InputField } from './InputField'
import type { ModelSchema } from './schema'

const Why = lazy(() => import('./Why').then((module) => ({ default: module.Why })))

interface RowPanelProps {
  id: string
  schema: ModelSchema
  /** The model in this tab; undefined to ask the server. */
  model: OnnxModel | undefined
  /** Whether there is something to ask now. */
  ready: boolean
}

type Values = Record<string, string>

/** One row, typed in; the answer beside it. */
export function RowPanel({ id, schema, model, ready }: RowPanelProps) {
  const { t, format } = useI18n()
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(schema.inputs.map(({ name, usual }) => [name, usual])),
  )
  const server = useMutation({ mutationFn: () => askForRow(id, values, schema.explained) })
  const inTab = useTabAnswer(model, values)
  const errorOf = (name: string) => (model ? badCellText(inTab.bad, name, t) : fieldError(server.error, name))
  const served = server.data?.prediction
  const answer = model ? inTab.answer : served

  function change(name: string, value: string) {
    setValues((before) => ({ ...before, [name]: value }))
    server.reset()
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    server.mutate()
  }

  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Card title={t.predict.values}>
        <form className="grid gap-5" onSubmit={onSubmit}>
          {schema.inputs.length === 0 && <p className="text-muted">{t.predict.noInputs}</p>}
          <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {schema.inputs.map((input) => (
              <InputField
                key={input.name}
                input={input}
                value={values[input.name] ?? ''}
                error={errorOf(input.name)}
                onChange={(value) => change(input.name, value)}
              />
            ))}
          </div>
          <div>
            <Button type="submit" kind={model ? 'plain' : 'primary'} disabled={!ready || server.isPending}>
              {model ? t.predict.compare : t.predict.ask}
            </Button>
          </div>
        </form>
      </Card>
      <Card title={t.predict.answer} className="lg:sticky lg:top-8">
        {answer ? (
          <Answer target={schema.target} answer={answer} />
        ) : (
          <p className="text-muted">{ready ? t.predict.noAnswer : t.predict.notLoaded}</p>
        )}
        {model && inTab.answer && served && <Equality tab={inTab.answer} server={served} />}
        {answer && served && server.data?.explanation && (
          <Suspense fallback={<p className="text-muted text-sm">{t.app.loading}</p>}>
            <Why answer={answerText(served, format)} explanation={server.data.explanation} />
          </Suspense>
        )}
        {(server.error ?? inTab.error) && <Failure error={(server.error ?? inTab.error) as Error} />}
      </Card>
    </div>
  )
}

/** Asks the model in this tab again whenever a value changes. */
function useTabAnswer(model: OnnxModel | undefined, values: Values) {
  const [result, setResult] = useState<{
    answer?: Prediction | undefined
    bad?: readonly BadCell[]
    error?: Error
  }>({})
  useEffect(() => {
    if (!model) return
    let late = false
    model.predict([values]).then(
      (found) => {
        if (!late) setResult('bad' in found ? { bad: found.bad } : { answer: found.predictions[0] })
      },
      (error: Error) => {
        if (!late) setResult({ error })
      },
    )
    return () => {
      late = true
    }
  }, [model, values])
  return result
}

function badCellText(bad: readonly BadCell[] | undefined, name: string, t: ReturnType<typeof useI18n>['t']) {
  const cell = bad?.find(({ column }) => column === name)
  if (!cell) return undefined
  return cell.kind === 'datetime' ? t.predict.noDate(cell.value) : t.predict.noNumber(cell.value)
}

function fieldError(error: Error | null, name: string): ReactNode {
  const pointer = `/rows/0/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
  const detail = error instanceof ApiError ? error.fieldDetail(pointer) : undefined
  return detail && <English>{detail}</English>
}

function Equality({ tab, server }: { tab: Prediction; server: Prediction }) {
  const { t } = useI18n()
  const difference = differenceOf(tab, server)
  const same = difference <= SAME
  return (
    <div className="grid justify-items-start gap-1" role="status">
      <Badge tone={same ? 'good' : 'bad'}>{same ? t.predict.equal : t.predict.different}</Badge>
      <p className="text-muted text-sm">
        {t.predict.difference(difference === 0 ? '0' : difference.toExponential(1))}
      </p>
    </div>
  )
}
