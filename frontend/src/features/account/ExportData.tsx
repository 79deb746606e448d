import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/Button'
import { Failure } from '@/components/ui/Failure'
import { SideSection } from '@/components/ui/SideSection'
import { useToast } from '@/components/ui/Toast'
import { useI18n } from '@/i18n/I18nProvider'
import { saveText } from '@/lib/saveText'
import { collectData } from './exportData'

/** Saves everything that is known of one as a file; it is put together in the browser. */
export function ExportData() {
  const { t } = useI18n()
  const toast = useToast()
  const away = useRef<AbortController>(undefined)
  const collect = useMutation({
    mutationFn: () => {
      away.current = new AbortController()
      return collectData(away.current.signal)
    },
    onSuccess: (data) => {
      const name = `stint-data-${data.exported_at.slice(0, 10)}.json`
      saveText(JSON.stringify(data, null, 2), name, 'application/json')
      toast({ title: t.settings.exported(name) })
    },
  })
  useEffect(() => () => away.current?.abort(), [])

  return (
    <SideSection title={t.settings.exportTitle} hint={t.settings.exportHint}>
      {collect.error && <Failure error={collect.error} />}
      <div>
        <Button disabled={collect.isPending} onClick={() => collect.mutate()}>
          <Download aria-hidden="true" />
          {collect.isPending ? t.settings.exporting : t.settings.export}
        </Button>
      </div>
    </SideSection>
  )
}
