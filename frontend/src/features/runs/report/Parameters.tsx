import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'

/** Everything that a run was asked for, nested names joined by dots. */
export function Parameters({ parameters }: { parameters: object }) {
  const { t } = useI18n()
  return (
    <Card>
      <h3 className="font-medium">{t.run.parameters}</h3>
      <dl className="grid grid-cols-[minmax(0,max-content)_minmax(7.5rem,1fr)] gap-x-6 gap-y-1 text-sm">
        {flatten(parameters).map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="break-words text-muted">{name}</dt>
            <dd className="break-words font-mono">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** Names and values in the order they have; lists stay together. */
export function flatten(parameters: object, prefix = ''): [string, string][] {
  return Object.entries(parameters).flatMap(([name, value]): [string, string][] => {
    const path = prefix + name
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return flatten(value, `${path}.`)
    return [[path, typeof value === 'string' ? value : JSON.stringify(value)]]
  })
}
