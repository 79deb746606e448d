import type { ReactNode } from 'react'
import { Dialog } from '@/components/ui/Dialog'
import { Kbd } from '@/components/ui/Kbd'
import { Switch } from '@/components/ui/Switch'
import { useI18n } from '@/i18n/I18nProvider'
import { commandKey } from '../commandKey'
import { overlay } from '../overlay'
import { DESTINATIONS, singleKeys } from '../shortcuts'

/** Every key that does something, and a switch for the single ones. */
export function ShortcutHelp({ open, signedIn }: { open: boolean; signedIn: boolean }) {
  const { t } = useI18n()
  const texts = t.palette.keys
  return (
    <Dialog
      title={t.palette.help}
      wide
      open={open}
      onOpenChange={(next) => !next && overlay.get() === 'help' && overlay.hide()}
    >
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {signedIn && (
          <Keys title={t.palette.pages}>
            {DESTINATIONS.map(({ to, nameOf, key }) => (
              <Line key={to} keys={['g', key]}>
                {nameOf(t)}
              </Line>
            ))}
          </Keys>
        )}
        <div className="grid content-start gap-6">
          <Keys title={texts.everywhere}>
            <Line keys={[commandKey(), 'K']}>{t.palette.title}</Line>
            <Line keys={['?']}>{t.palette.help}</Line>
            <Line keys={['/']}>{texts.filter}</Line>
            <Line keys={['c']}>{texts.compare}</Line>
            <Line keys={[commandKey(), '↵']}>{texts.start}</Line>
          </Keys>
          <Keys title={texts.tables}>
            <Line keys={['↑', '↓']}>{texts.row}</Line>
            <Line keys={['␣']}>{texts.choose}</Line>
            <Line keys={['↵']}>{texts.open}</Line>
          </Keys>
          <Keys title={texts.charts}>
            <Line keys={['←', '→']}>{texts.value}</Line>
            <Line keys={['↑', '↓']}>{texts.series}</Line>
            <Line keys={['Shift', '↑', '↓']}>{texts.range}</Line>
          </Keys>
        </div>
      </div>
      <div className="border-line border-t pt-4">
        <Switch
          label={texts.single}
          hint={texts.singleHint}
          checked={singleKeys.use() === 'on'}
          onChange={(on) => singleKeys.set(on ? 'on' : 'off')}
        />
      </div>
    </Dialog>
  )
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid content-start gap-1">
      <h3 className="font-medium text-muted text-sm">{title}</h3>
      <dl className="divide-y divide-line">{children}</dl>
    </section>
  )
}

function Line({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4">
      <dt>{children}</dt>
      <dd className="flex shrink-0 gap-1">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </div>
  )
}
