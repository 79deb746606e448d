import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderAround } from '@/test/render'
import { ConfirmDialog } from './ConfirmDialog'

function show(onConfirm: () => Promise<unknown>) {
  renderAround(
    <ConfirmDialog
      title="Delete penguins.csv?"
      description="Its models go with it."
      action="Delete"
      typed="penguins.csv"
      onConfirm={onConfirm}
      trigger={<button type="button">Delete…</button>}
    />,
  )
}

it('deletes only after the name was typed, then closes', async () => {
  const onConfirm = vi.fn(async () => undefined)
  show(onConfirm)
  await userEvent.click(screen.getByRole('button', { name: 'Delete…' }))
  const action = screen.getByRole('button', { name: 'Delete' })
  expect(action).toHaveAttribute('aria-disabled', 'true')
  const field = screen.getByLabelText('Type “penguins.csv” to confirm')
  await userEvent.type(field, 'penguins{Enter}')
  expect(onConfirm).not.toHaveBeenCalled()
  await userEvent.type(field, '.csv')
  await userEvent.click(action)
  expect(onConfirm).toHaveBeenCalledTimes(1)
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
})

it('stays open when it did not work', async () => {
  show(() => Promise.reject(new Error('refused')))
  await userEvent.click(screen.getByRole('button', { name: 'Delete…' }))
  await userEvent.type(screen.getByLabelText(/Type/), 'penguins.csv{Enter}')
  expect(screen.getByRole('alertdialog')).toBeInTheDocument()
})
