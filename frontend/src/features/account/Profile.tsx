import { type FormEvent, useState } from 'react'
import { ApiError } from '@/api/apiError'
import { Button } from '@/components/ui/Button'
import { English } from '@/components/ui/English'
import { Failure } from '@/components/ui/Failure'
import { SideSection } from '@/components/ui/SideSection'
import { TextField } from '@/components/ui/TextField'
import { useToast } from '@/components/ui/Toast'
import { useI18n } from '@/i18n/I18nProvider'
import { type User, useChangeName } from './api'

const MAX_NAME = 100

/** What one is called, and the address one signs in with. */
export function Profile({ me }: { me: User }) {
  const { t, format } = useI18n()
  const toast = useToast()
  const change = useChangeName()
  const [name, setName] = useState(me.full_name)
  const [missing, setMissing] = useState(false)
  const refused = change.error instanceof ApiError ? change.error.fieldDetail('/full_name') : undefined
  const wanted = name.trim()

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    setMissing(wanted === '')
    if (wanted === '' || change.isPending) return
    change.mutate(wanted, {
      onSuccess: (user) => {
        setName(user.full_name)
        toast({ title: t.settings.nameChanged(user.full_name) })
      },
    })
  }

  return (
    <SideSection
      title={t.settings.profile}
      hint={t.settings.memberSince(me.email, format.day(me.created_at))}
    >
      <form noValidate className="grid gap-4" onSubmit={onSubmit}>
        {change.error && !refused && <Failure error={change.error} />}
        <TextField
          label={t.auth.fullName}
          autoComplete="name"
          maxLength={MAX_NAME}
          value={name}
          error={missing ? t.auth.nameMissing : refused && <English>{refused}</English>}
          onChange={(event) => {
            setName(event.target.value)
            setMissing(false)
          }}
        />
        <div>
          <Button type="submit" disabled={change.isPending || wanted === me.full_name}>
            {t.settings.changeName}
          </Button>
        </div>
      </form>
    </SideSection>
  )
}
