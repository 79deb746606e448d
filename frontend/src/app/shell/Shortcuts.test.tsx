import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderAround } from '@/test/render'
import { overlay } from './overlay'
import { Shortcuts } from './Shortcuts'
import { singleKeys } from './shortcuts'

/** Pages of which one has something to filter and something to compare. */
function show(onCompare = vi.fn()) {
  const root = createRootRoute({
    component: () => (
      <>
        <Shortcuts signedIn />
        <main>
          <Outlet />
        </main>
      </>
    ),
  })
  const page = (path: string, component = () => <h1>{path}</h1>) =>
    createRoute({ getParentRoute: () => root, path, component })
  const training = page('/training', () => (
    <>
      <input aria-label="Filter" aria-keyshortcuts="/" defaultValue="ridge" />
      <button type="button" aria-keyshortcuts="c" onClick={onCompare}>
        Compare
      </button>
    </>
  ))
  const router = createRouter({
    routeTree: root.addChildren([page('/datasets'), training, page('/artifacts')]),
    history: createMemoryHistory({ initialEntries: ['/datasets'] }),
  })
  renderAround(<RouterProvider router={router as never} />)
  return { router, onCompare }
}

afterEach(() => {
  overlay.hide()
  singleKeys.set('on')
})

describe('the keys of every page', () => {
  it('go to pages: g and a letter', async () => {
    const { router } = show()
    await screen.findByRole('heading', { name: '/datasets' })
    for (const [key, path] of [
      ['r', '/training'],
      ['m', '/artifacts'],
      ['d', '/datasets'],
    ]) {
      await userEvent.keyboard(`g${key}`)
      await waitFor(() => expect(router.state.location.pathname).toBe(path))
    }
  })

  it('compare what is chosen, and say so where nothing is', async () => {
    const { onCompare } = show()
    await screen.findByRole('heading', { name: '/datasets' })
    await userEvent.keyboard('c')
    expect(await screen.findByText('Nothing is chosen to compare.')).toBeInTheDocument()
    await userEvent.keyboard('/')
    expect(await screen.findByText('There is nothing to filter here.')).toBeInTheDocument()
    await userEvent.keyboard('gr')
    await screen.findByRole('button', { name: 'Compare' })
    await userEvent.keyboard('c')
    expect(onCompare).toHaveBeenCalledOnce()
  })

  it('filter: the field has the focus, its text is chosen, and keys are typed there', async () => {
    const { onCompare } = show()
    await screen.findByRole('heading', { name: '/datasets' })
    await userEvent.keyboard('gr')
    const filter = await screen.findByRole('textbox', { name: 'Filter' })
    await userEvent.keyboard('/')
    expect(filter).toHaveFocus()
    await userEvent.keyboard('c/?')
    expect(filter).toHaveValue('c/?')
    expect(onCompare).not.toHaveBeenCalled()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('are listed by ?, each with what it does', async () => {
    show()
    await screen.findByRole('heading', { name: '/datasets' })
    await userEvent.keyboard('?')
    const help = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    const keysOf = (what: string) =>
      within(help).getByText(what, { selector: 'dt' }).parentElement?.querySelector('dd')?.textContent
    expect(keysOf('Compare the chosen trainings')).toBe('c')
    expect(keysOf('Filter what the page shows')).toBe('/')
    expect(keysOf('Keyboard shortcuts')).toBe('?')
    expect(['Datasets', 'Training', 'Models'].map(keysOf)).toEqual(['gd', 'gr', 'gm'])
  })

  it('do nothing once they are switched off', async () => {
    singleKeys.set('off')
    const { router, onCompare } = show()
    await screen.findByRole('heading', { name: '/datasets' })
    await router.navigate({ to: '/training' } as never)
    const filter = await screen.findByRole('textbox', { name: 'Filter' })
    await userEvent.keyboard('gd/?c')
    expect(filter).not.toHaveFocus()
    expect(onCompare).not.toHaveBeenCalled()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(router.state.location.pathname).toBe('/training')
  })
})
