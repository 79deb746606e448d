import { Switch as Base } from '@base-ui/react/switch'
import { useId } from 'react'

interface SwitchProps {
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

/** On or off, at once. */
export function Switch(props: SwitchProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <Base.Root
        id={id}
        checked={props.checked}
        disabled={props.disabled ?? false}
        onCheckedChange={(checked) => props.onChange(checked)}
        aria-labelledby={`${id}-label`}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        className="inline-flex h-6 w-10 shrink-0 cursor-pointer items-center rounded-full border border-control bg-sunken p-0.5 transition-colors duration-150 data-disabled:cursor-default data-checked:border-action data-checked:bg-action data-disabled:opacity-60"
      >
        <Base.Thumb className="size-4.5 rounded-full bg-control transition-transform duration-150 data-checked:translate-x-4 data-checked:bg-on-action" />
      </Base.Root>
      <span className="grid">
        <label id={`${id}-label`} htmlFor={id} className="cursor-pointer font-medium">
          {props.label}
        </label>
        {props.hint && (
          <span id={`${id}-hint`} className="text-muted text-sm">
            {props.hint}
          </span>
        )}
      </span>
    </div>
  )
}
