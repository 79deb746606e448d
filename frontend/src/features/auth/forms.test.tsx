import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { answerWith, json, problem, renderAround } from '@/test/render'
import { SignInForm } from './SignInForm'
import { SignUpForm } from './SignUpForm'

async function fillSignUp(password: string) {
  await userEvent.type(screen.getByLabelText('Full name'), 'Ada Lovelace')
  await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.org')
  await userEvent.type(screen.getByLabelText('Password'), password)
  await userEvent.click(screen.getByRole('button', { name: 'Create an account' }))
}

describe('SignInForm', () => {
  it('says what is missing at its field, goes there, and asks nobody', async () => {
    const fetch = answerWith(() => json({}))
    renderAround(<SignInForm onSignedIn={() => undefined} />)
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    const email = screen.getByLabelText('E-mail')
    expect(email).toHaveFocus()
    expect(email).toHaveAccessibleDescription(/Enter an e-mail address/)
    expect(screen.getByLabelText('Password')).toBeInvalid()
    expect(fetch).not.toHaveBeenCalled()
  })

  it('shows that the credentials are wrong', async () => {
    answerWith(() => problem(401, 'invalid-credentials', 'they do not fit'))
    const onSignedIn = vi.fn()
    renderAround(<SignInForm onSignedIn={onSignedIn} />)
    await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.org')
    await userEvent.type(screen.getByLabelText('Password'), 'wrong')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('E-mail or password is wrong.')
    expect(onSignedIn).not.toHaveBeenCalled()
  })
})

describe('SignUpForm', () => {
  it('makes an account and signs in', async () => {
    const fetch = answerWith(() => json({ id: 'u', email: 'ada@example.org', full_name: 'Ada' }))
    const onSignedIn = vi.fn()
    renderAround(<SignUpForm onSignedIn={onSignedIn} />)
    await fillSignUp('a long enough one')
    await expect.poll(() => onSignedIn.mock.calls.length).toBe(1)
    expect(fetch.mock.calls.map(([request]) => new URL(request.url).pathname)).toEqual([
      '/api/auth/sign-up',
      '/api/auth/sign-in',
    ])
  })

  it("shows the server's word on the password at the password", async () => {
    const errors = [{ pointer: '/password', detail: 'it is on the list of common passwords' }]
    answerWith(() => problem(422, 'weak-password', 'too common', { errors }))
    renderAround(<SignUpForm onSignedIn={() => undefined} />)
    await fillSignUp('password1')
    expect(await screen.findByText('it is on the list of common passwords')).toBeInTheDocument()
    expect(screen.getByLabelText('Password')).toHaveFocus()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('refuses a short password by itself', async () => {
    const fetch = answerWith(() => json({}))
    renderAround(<SignUpForm onSignedIn={() => undefined} />)
    await fillSignUp('short')
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/at least 8 characters/)
    expect(fetch).not.toHaveBeenCalled()
  })
})
