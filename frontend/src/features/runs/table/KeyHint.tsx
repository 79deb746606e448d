import { useI18n } from '@/i18n/I18nProvider'
import { type FilterKey, findKey } from '../filter/keys'
import type { Suggestion } from '../filter/suggest'

/** What a key means, or how many trainings have a value. */
export function KeyHint(props: { suggestion: Suggestion; keys: ReadonlyMap<string, FilterKey> }) {
  const { t, format } = useI18n()
  const { suggestion } = props
  if (suggestion.count !== undefined) return format.whole(suggestion.count)
  const { hints, parameter } = t.runsTable.filter
  if (findKey(props.keys, suggestion.key)?.kind === 'parameter') return parameter
  return hints[suggestion.key] ?? t.runs.metrics[suggestion.key] ?? ''
}
