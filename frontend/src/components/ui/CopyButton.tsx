import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useI18n } from '@/i18n/I18nProvider'
import { useAnnounce } from './Announcer'
import { Button, type ButtonSize } from './Button'
import { IconButton } from './IconButton'

const SHOWN = 2_000

/** Puts a text into the clipboard and says so. Without `words` it is only a sign. */
export function CopyButton(props: { text: string; label: string; words?: string; size?: ButtonSize }) {
  const { t } = useI18n()
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy() {
    await navigator.clipboard.writeText(props.text)
    setCopied(true)
    announce(t.ui.copied)
  }

  if (props.words === undefined) {
    return (
      <IconButton label={props.label} icon={copied ? Check : Copy} size="small" onClick={() => void copy()} />
    )
  }
  return (
    <Button size={props.size ?? 'small'} onClick={() => void copy()}>
      {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      {copied ? t.ui.copied : props.words}
    </Button>
  )
}
