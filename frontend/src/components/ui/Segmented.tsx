import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { LucideIcon } from 'lucide-react'
import { cx } from '@/lib/cx'

interface SegmentedProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string; icon?: LucideIcon; lang?: string }[]
  onChange: (value: Value) => void
}

/** One of a few, all in sight; the arrow keys choose. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  return (
    <RadioGroup
      aria-label={props.label}
      value={props.value}
      onValueChange={(value) => props.onChange(value as Value)}
      className="inline-flex flex-wrap gap-0.5 rounded-lg border border-line bg-sunken p-0.5"
    >
      {props.options.map(({ value, label, icon: Icon, lang }) => (
        <Radio.Root
          key={value}
          value={value}
          aria-label={label}
          lang={lang}
          className={cx(
            'inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-md px-3 font-medium text-muted text-sm',
            'hover:text-ink data-checked:bg-surface data-checked:text-ink data-checked:ring-1 data-checked:ring-control',
          )}
        >
          {Icon && <Icon aria-hidden="true" className="size-4" />}
          {label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
