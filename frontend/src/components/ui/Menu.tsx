import { Menu as Base } from '@base-ui/react/menu'
import { Check, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cx } from '@/lib/cx'
import { POPUP, POPUP_ITEM } from './overlayClass'

/** A button's list of actions. Its children are the parts below. */
export function Menu(props: {
  trigger: ReactElement
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom'
  /** Whether it shows at once. */
  defaultOpen?: boolean
  children: ReactNode
}) {
  return (
    <Base.Root modal={false} defaultOpen={props.defaultOpen ?? false}>
      <Base.Trigger render={props.trigger as ReactElement<Record<string, unknown>>} />
      <Base.Portal>
        <Base.Positioner
          className="z-30"
          sideOffset={6}
          align={props.align ?? 'end'}
          side={props.side ?? 'bottom'}
        >
          <Base.Popup className={cx(POPUP, 'max-h-(--available-height) min-w-48 overflow-y-auto p-1')}>
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface MenuItemProps {
  icon?: LucideIcon
  onSelect?: () => void
  /** A link to go to instead of something to do. */
  link?: ReactElement
  danger?: boolean
  disabled?: boolean
  children: ReactNode
}

export function MenuItem({ icon: Icon, onSelect, link, danger, disabled, children }: MenuItemProps) {
  const className = cx(POPUP_ITEM, danger && 'text-bad [&_svg]:text-bad')
  const content = (
    <>
      {Icon && <Icon aria-hidden="true" />}
      {children}
    </>
  )
  if (link) {
    return (
      <Base.LinkItem
        className={className}
        render={link as ReactElement<Record<string, unknown>>}
        closeOnClick
      >
        {content}
      </Base.LinkItem>
    )
  }
  return (
    <Base.Item className={className} disabled={disabled ?? false} onClick={() => onSelect?.()}>
      {content}
    </Base.Item>
  )
}

/** One of several, under a heading. */
export function MenuChoice<Value extends string>(props: {
  label: string
  value: Value
  options: readonly { value: Value; label: string; lang?: string; icon?: LucideIcon }[]
  onChange: (value: Value) => void
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-2 pb-1 text-muted text-xs">{props.label}</Base.GroupLabel>
      <Base.RadioGroup value={props.value} onValueChange={(value: Value) => props.onChange(value)}>
        {props.options.map(({ value, label, lang, icon: Icon }) => (
          <Base.RadioItem key={value} value={value} lang={lang} className={POPUP_ITEM} closeOnClick>
            {Icon && <Icon aria-hidden="true" />}
            <span className="flex-1">{label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden="true" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}

/** Any of several, under a heading; the menu stays open. */
export function MenuChecks<Value extends string>(props: {
  label: string
  chosen: ReadonlySet<Value>
  options: readonly { value: Value; label: string }[]
  onToggle: (value: Value) => void
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-2 pb-1 text-muted text-xs">{props.label}</Base.GroupLabel>
      {props.options.map(({ value, label }) => (
        <Base.CheckboxItem
          key={value}
          checked={props.chosen.has(value)}
          onCheckedChange={() => props.onToggle(value)}
          className={POPUP_ITEM}
        >
          <span className="flex-1">{label}</span>
          <Base.CheckboxItemIndicator>
            <Check aria-hidden="true" />
          </Base.CheckboxItemIndicator>
        </Base.CheckboxItem>
      ))}
    </Base.Group>
  )
}

export function MenuLine() {
  return <Base.Separator className="my-1 h-px bg-line" />
}
