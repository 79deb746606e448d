import { type FormEvent, useState } from 'react'
import { ApiError } from '@/api/apiError'
import { Button } from '@/components/ui/Button'
import { CopyButton } from '@/components/ui/CopyButton'
import { Dialog } from '@/components/ui/Dialog'
import { English } from '@/components/ui/English'
import { Failure } from '@/components/ui/Failure'
import { Notice } from '@/components/ui/Notice'
import { Segmented } from '@/components/ui/Segmented'
import { Select } from '@/components/ui/Select'
import { TextField } from '@/components/ui/TextField'
import { useI18n } from '@/i18n/I18nProvider'
import { type CreatedToken, type Scope, useCreateToken } from './api'

const SCOPES: readonly Scope[] = ['read', 'write']
const DAYS = ['7', '30', '90', '365'] as const
const MAX_NAME = 100

/** Asks what a token is for, makes it, and shows its secret this once. */
export function NewToken({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useI18n()
  const create = useCreateToken()
  const made = create.data

  function onOpenChange(next: boolean) {
    if (next) return
    create.reset()
    onClose()
  }

  return (
    <Dialog
      title={made ? t.settings.tokenMade(made.name) : t.settings.newToken}
      open={open}
      onOpenChange={onOpenChange}
    >
      {made ? <Secret made={made} onDone={() => onOpenChange(false)} /> : <TokenForm create={create} />}
    </Dialog>
  )
}

function TokenForm({ create }: { create: ReturnType<typeof useCreateToken> }) {
  const { t } = useI18n()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<Scope>('read')
  const [days, setDays] = useState<(typeof DAYS)[number]>('90')
  const [missing, setMissing] = useState(false)
  const refused = create.error instanceof ApiError ? create.error.fieldDetail('/name') : undefined

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    // The dialog is inside the settings: their forms are not meant.
    event.stopPropagation()
    setMissing(name.trim() === '')
    if (name.trim() === '' || create.isPending) return
    create.mutate({ name: name.trim(), scope, expires_in_days: Number(days) })
  }

  return (
    <form noValidate className="grid gap-4" onSubmit={onSubmit}>
      {create.error && !refused && <Failure error={create.error} />}
      <TextField
        label={t.settings.tokenName}
        hint={t.settings.tokenNameHint}
        autoComplete="off"
        maxLength={MAX_NAME}
        value={name}
        error={missing ? t.settings.tokenNameMissing : refused && <English>{refused}</English>}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="grid justify-items-start gap-1">
        <span aria-hidden="true" className="font-medium">
          {t.settings.scope}
        </span>
        <Segmented
          label={t.settings.scope}
          value={scope}
          options={SCOPES.map((value) => ({ value, label: t.settings.scopes[value] }))}
          onChange={setScope}
        />
        <p className="text-muted text-sm">{t.settings.scopeHints[scope]}</p>
      </div>
      <Select
        label={t.settings.expiry}
        value={days}
        options={DAYS.map((value) => ({ value, label: t.settings.days(Number(value)) }))}
        onChange={setDays}
      />
      <div className="flex justify-end">
        <Button type="submit" kind="primary" disabled={create.isPending}>
          {t.settings.makeToken}
        </Button>
      </div>
    </form>
  )
}

function Secret({ made, onDone }: { made: CreatedToken; onDone: () => void }) {
  const { t } = useI18n()
  return (
    <div className="grid gap-4">
      <Notice tone="warn">{t.settings.secretOnce}</Notice>
      <output
        aria-label={t.settings.secret}
        className="select-all break-all rounded-lg border border-line bg-sunken px-3 py-2 font-mono text-sm"
      >
        {made.token}
      </output>
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton text={made.token} label={t.settings.copySecret} words={t.settings.copySecret} />
        <Button size="small" onClick={onDone}>
          {t.settings.secretKept}
        </Button>
      </div>
    </div>
  )
}
