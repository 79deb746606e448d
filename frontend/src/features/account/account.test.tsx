import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { answerWith, json, problem, renderAround } from '@/test/render'
import { DeleteAccount } from './DeleteAccount'
import { collectData } from './exportData'
import { Password } from './Password'
import { Sessions } from './Sessions'
import { Tokens } from './Tokens'

const TOKEN = {
  id: 'token-1',
  name: 'nightly',
  scope: 'read',
  created_at: '2026-11-23T10:00:00Z',
  expires_at: '2027-02-21T10:00:00Z',
}

describe('tokens', () => {
  it('shows a new secret once, and forgets it with the dialog', async () => {
    const asked: unknown[] = []
    answerWith(async (request) => {
      if (request.method === 'GET') return json(asked.length > 0 ? [TOKEN] : [])
      asked.push(await request.json())
      return json({ ...TOKEN, token: 'stint_pat_secret' }, { status: 201 })
    })
    renderAround(<Tokens />)
    await userEvent.click(await screen.findByRole('button', { name: 'New token' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Make token' }))
    expect(within(dialog).getByLabelText('Name')).toHaveAccessibleDescription(/Say what the token is for/)
    await userEvent.type(within(dialog).getByLabelText('Name'), '  nightly ')
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Read and write' }))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Make token' }))
    expect(await within(dialog).findByText('stint_pat_secret')).toBeVisible()
    expect(asked).toEqual([{ name: 'nightly', scope: 'write', expires_in_days: 90 }])

    await userEvent.click(within(dialog).getByRole('button', { name: 'I have kept it' }))
    await waitFor(() => expect(screen.queryByText('stint_pat_secret')).toBeNull())
    expect(await screen.findByRole('list', { name: 'Access tokens' })).toHaveTextContent('nightly')
    await userEvent.click(screen.getByRole('button', { name: 'New token' }))
    expect(within(await screen.findByRole('dialog')).getByLabelText('Name')).toHaveValue('')
  })
})

describe('sessions', () => {
  const session = (id: string, current: boolean) => ({
    id,
    current,
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
    created_at: '2026-11-23T10:00:00Z',
    expires_at: '2026-11-23T22:00:00Z',
  })

  it('signs out there, not here', async () => {
    const open = new Set(['here', 'there'])
    answerWith((request) => {
      if (request.method === 'DELETE') {
        open.delete(new URL(request.url).pathname.split('/').at(-1) ?? '')
        return json({ id: 'there', deleted: true })
      }
      return json([...open].map((id) => session(id, id === 'here')))
    })
    renderAround(<Sessions />)
    const list = await screen.findByRole('list', { name: 'Where you are signed in' })
    const [here, there] = within(list).getAllByRole('listitem')
    expect(here).toHaveTextContent('Firefox on Linux')
    expect(here).toHaveTextContent('This browser')
    expect(within(here as HTMLElement).queryByRole('button')).toBeNull()
    await userEvent.click(within(there as HTMLElement).getByRole('button', { name: /Sign out there/ }))
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1))
    expect([...open]).toEqual(['here'])
  })
})

describe('password', () => {
  it('says at each field what is wrong with it, and how many sessions have ended', async () => {
    const answers = [
      problem(401, 'invalid-credentials', 'no'),
      problem(422, 'weak-password', 'this password is among the most common'),
      json({ ended_sessions: 2 }),
    ]
    answerWith(() => answers.shift() as Response)
    renderAround(<Password email="ada@example.org" />)
    const send = () => userEvent.click(screen.getByRole('button', { name: 'Change password' }))
    const current = screen.getByLabelText('Current password')
    const next = screen.getByLabelText('New password')
    await userEvent.type(current, 'wrong')
    await userEvent.type(next, 'short')
    await send()
    expect(next).toHaveAccessibleDescription(/at least 8 characters/)
    await userEvent.type(next, ' no longer')
    await send()
    await waitFor(() => expect(current).toHaveAccessibleDescription('This is not your current password.'))
    expect(current).toHaveFocus()
    await send()
    await waitFor(() => expect(next).toHaveAccessibleDescription(/among the most common/))
    await send()
    expect(await screen.findByText(/2 other sessions have ended/)).toBeVisible()
    expect(next).toHaveValue('')
  })
})

describe('the end of an account', () => {
  it('needs the address and the password', async () => {
    const sent: unknown[] = []
    answerWith(async (request) => {
      const body = await request.json()
      sent.push(body)
      return body.password === 'right'
        ? json({ id: 'u', deleted: true })
        : problem(401, 'invalid-credentials', '')
    })
    const onDeleted = vi.fn()
    renderAround(<DeleteAccount email="ada@example.org" onDeleted={onDeleted} />)
    await userEvent.click(screen.getByRole('button', { name: 'Delete account…' }))
    const dialog = await screen.findByRole('alertdialog')
    const remove = within(dialog).getByRole('button', { name: 'Delete account' })
    expect(remove).toHaveAttribute('aria-disabled', 'true')
    await userEvent.type(within(dialog).getByLabelText(/ada@example\.org/), 'ada@example.org')
    await userEvent.type(within(dialog).getByLabelText('Password'), 'wrong')
    await userEvent.click(remove)
    expect(await within(dialog).findByText('This is not your current password.')).toBeVisible()
    expect(onDeleted).not.toHaveBeenCalled()
    await userEvent.clear(within(dialog).getByLabelText('Password'))
    await userEvent.type(within(dialog).getByLabelText('Password'), 'right')
    await userEvent.click(remove)
    await waitFor(() => expect(onDeleted).toHaveBeenCalledOnce())
    expect(sent).toEqual([{ password: 'wrong' }, { password: 'right' }])
  })
})

describe('collectData', () => {
  it('follows every list to its end', async () => {
    answerWith((request) => {
      const { pathname, searchParams } = new URL(request.url)
      if (pathname === '/api/auth/me') return json({ email: 'ada@example.org' })
      if (pathname !== '/api/ml/v1/datasets') return json([])
      if (searchParams.get('cursor') === 'next') return json([{ id: 'b' }])
      return json([{ id: 'a' }], { headers: { link: '</api/ml/v1/datasets?cursor=next>; rel="next"' } })
    })
    const data = await collectData(new AbortController().signal)
    expect(data.account.email).toBe('ada@example.org')
    expect(data.datasets.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(data.training_runs).toEqual([])
  })
})
