import { useI18n } from '@/i18n/I18nProvider'
import { example } from './example'

const { command, run_key, model_bytes } = example.search
/** Digits of a group, so that two keys can be compared by eye. */
const GROUP = 8

/** The command to do it all again, and the key that it must come to. */
export function SameBytes() {
  const { t, format } = useI18n()
  const texts = t.home.bytes
  const groups = run_key.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []
  return (
    <dl className="grid gap-5">
      <div className="grid gap-1">
        <dt className="text-muted text-sm">{texts.command}</dt>
        <dd>
          <code className="break-words font-mono">{command}</code>
        </dd>
      </div>
      <div className="grid gap-1">
        <dt className="text-muted text-sm">{texts.key}</dt>
        <dd className="flex flex-wrap gap-x-3 font-mono text-action text-xl tracking-tight">
          {groups.map((group, index) => (
            <span key={index}>{group}</span>
          ))}
        </dd>
      </div>
      <div className="grid gap-1">
        <dt className="text-muted text-sm">{texts.size}</dt>
        <dd className="font-mono">{texts.bytes(format.whole(model_bytes))}</dd>
      </div>
    </dl>
  )
}
