import { SunMoon } from 'lucide-react'
import { lazy, Suspense, startTransition, useState } from 'react'
import { iconButtonClass } from '@/components/ui/iconButtonClass'
import { useI18n } from '@/i18n/I18nProvider'

const load = () => import('./PreferenceMenu')
const PreferenceMenu = lazy(async () => ({ default: (await load()).PreferenceMenu }))

/**
 * The button of {@link PreferenceMenu}. A visitor who does not use it does not download menus: they come when the
 * button is pointed at or has the focus.
 */
export function PreferenceButton() {
  const { t } = useI18n()
  const [pressed, setPressed] = useState(false)
  const button = (
    <button
      type="button"
      aria-label={t.app.preferences}
      title={t.app.preferences}
      aria-haspopup="menu"
      className={iconButtonClass()}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      // As a transition, so that the button stays until the menu is there.
      onClick={() => startTransition(() => setPressed(true))}
    >
      <SunMoon aria-hidden="true" className="size-4" />
    </button>
  )
  return <Suspense fallback={button}>{pressed ? <PreferenceMenu /> : button}</Suspense>
}
