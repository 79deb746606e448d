import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { showLayout } from '@/test/layout'
import { renderAround } from '@/test/render'
import { markAt } from './marks'
import { radiusFor } from './paintDots'
import { Scatter } from './Scatter'

const axis = (label: string) => ({ label, format: String })
const SERIES = [
  {
    id: 'trees',
    label: 'Trees',
    mark: markAt(0),
    points: [
      { x: 1, y: 5, name: 'first tree' },
      { x: 2, y: 6, name: 'second tree' },
    ],
  },
  { id: 'lines', label: 'Lines', mark: markAt(1), points: [{ x: 4, y: 7 }] },
]

const show = (onOpen?: (series: number, index: number) => void) =>
  renderAround(
    <Scatter
      title="Cost"
      x={axis('Dollars')}
      y={axis('Score')}
      series={SERIES}
      nameTitle="Model"
      renderName={(series, index) => <a href={`/${series}/${index}`}>open</a>}
      {...(onOpen && { onOpen })}
    />,
  )

beforeEach(() => showLayout({ height: 400 }))

describe('Scatter', () => {
  it('reads points with the arrow keys, by name where they have one, and opens them with Enter', async () => {
    const open = vi.fn()
    show(open)
    const plot = await screen.findByRole('application', { name: 'Cost' })
    expect(plot).toHaveAccessibleDescription(/Enter opens/)
    plot.focus()
    await userEvent.keyboard('{Enter}')
    expect(open).not.toHaveBeenCalled()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(plot).toHaveTextContent('second tree: Dollars 2, Score 6')
    await userEvent.keyboard('{Enter}')
    expect(open).toHaveBeenCalledExactlyOnceWith(0, 1)
    await userEvent.keyboard('{ArrowDown}')
    expect(plot).toHaveTextContent('Lines: Dollars 4, Score 7')
  })

  it('says nothing of opening where there is nothing to open', () => {
    show()
    expect(screen.getByRole('application', { name: 'Cost' })).not.toHaveAccessibleDescription(/Enter/)
  })

  it('has every point in its table, with what leads to it', async () => {
    show()
    await userEvent.click(screen.getByRole('button', { name: 'Show as table: Cost' }))
    const table = await screen.findByRole('grid', { name: 'Cost' })
    expect(table).toHaveAttribute('aria-rowcount', '4')
    const links = within(table).getAllByRole('link', { name: 'open' })
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/0/0', '/0/1', '/1/0'])
  })

  it('draws the smaller the more there is', () => {
    expect([10, 500, 2_000, 10_000].map(radiusFor)).toEqual([5, 4, 3, 2])
  })
})
