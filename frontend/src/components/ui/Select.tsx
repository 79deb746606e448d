import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { cx } from '@/lib/cx'
import { POPUP, POPUP_ITEM } from './overlayClass'

interface SelectProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string; detail?: string }[]
  onChange: (value: Value) => void
  disabled?: boolean
  /** Leaves the label to those who listen, where the place says it all. */
  hideLabel?: boolean
}

/** One of many, in a list that opens; typing finds. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  return (
    <Base.Root
      items={props.options}
      value={props.value}
      disabled={props.disabled ?? false}
      onValueChange={(value) => {
        if (value !== null) props.onChange(value as Value)
      }}
    >
      <span className="grid gap-1">
        <Base.Label className={cx('font-medium', props.hideLabel && 'sr-only')}>{props.label}</Base.Label>
        <Base.Trigger className="inline-flex min-h-9 w-full cursor-pointer items-center justify-between gap-3 rounded-lg border border-control bg-surface px-3 text-left text-ink hover:bg-sunken data-disabled:cursor-default data-disabled:opacity-60">
          <Base.Value className="truncate" />
          <Base.Icon>
            <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
          </Base.Icon>
        </Base.Trigger>
      </span>
      <Base.Portal>
        <Base.Positioner className="z-30" sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup
            className={cx(POPUP, 'max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1')}
          >
            <Base.List>
              {props.options.map((option) => (
                <Base.Item key={option.value} value={option.value} className={POPUP_ITEM}>
                  <span className="grid flex-1">
                    <Base.ItemText>{option.label}</Base.ItemText>
                    {option.detail && <span className="text-muted text-xs">{option.detail}</span>}
                  </span>
                  <Base.ItemIndicator>
                    <Check aria-hidden="true" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
