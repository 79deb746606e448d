import { Monitor, Moon, Rows3, Rows4, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { Segmented } from '@/components/ui/Segmented'
import { SideSection } from '@/components/ui/SideSection'
import { useI18n } from '@/i18n/I18nProvider'
import { LANGUAGES } from '@/i18n/locale'
import { DENSITIES, density, THEMES, theme } from '@/lib/theme'

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon }
const DENSITY_ICONS = { comfortable: Rows3, compact: Rows4 }

/** How the page looks in this browser. */
export function Appearance() {
  const { t, locale, setLocale } = useI18n()
  const texts = t.settings
  return (
    <SideSection title={texts.appearance} hint={texts.appearanceHint}>
      <Choice label={texts.theme}>
        <Segmented
          label={texts.theme}
          value={theme.use()}
          options={THEMES.map((value) => ({ value, label: texts[value], icon: THEME_ICONS[value] }))}
          onChange={theme.set}
        />
      </Choice>
      <Choice label={texts.language}>
        <Segmented
          label={texts.language}
          value={locale}
          options={LANGUAGES}
          onChange={(chosen) => void setLocale(chosen)}
        />
      </Choice>
      <Choice label={texts.density}>
        <Segmented
          label={texts.density}
          value={density.use()}
          options={DENSITIES.map((value) => ({ value, label: texts[value], icon: DENSITY_ICONS[value] }))}
          onChange={density.set}
        />
      </Choice>
    </SideSection>
  )
}

/** A choice beside its name; those who listen hear the name from the choice itself. */
function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <span aria-hidden="true" className="font-medium">
        {label}
      </span>
      {children}
    </div>
  )
}
