import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'

/** Everything that a run was asked for, nested names joined by dots. */
export function Parameters({ parameters }: { parameters: object }) {
  const { t } = useI18n()
  return (
    <Card title={t.run.parameters}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
        {flatten(parameters).map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted">{name}</dt>
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
