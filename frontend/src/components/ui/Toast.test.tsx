import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderAround } from '@/test/render'
import { useToast } from './Toast'
import './Toasts' // so that the lazy import is at hand

function Deletion(props: { undo: () => void; onExpire: () => void }) {
  const toast = useToast()
  return (
    <button type="button" onClick={() => toast({ title: 'Deleted.', ...props })}>
      Delete
    </button>
  )
}

it.each([
  ['Undo', 'undo', () => screen.findByText('Undo')],
  // Base UI hides it from those who listen until the list of news has the focus.
  ['Close', 'onExpire', () => screen.findByLabelText('Close')],
] as const)('“%s” calls %s and nothing else', async (_, called, find) => {
  const calls = { undo: vi.fn(), onExpire: vi.fn() }
  renderAround(<Deletion {...calls} />)
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
  await userEvent.click(await find())
  const other = called === 'undo' ? 'onExpire' : 'undo'
  expect(calls[called]).toHaveBeenCalledTimes(1)
  expect(calls[other]).not.toHaveBeenCalled()
})
