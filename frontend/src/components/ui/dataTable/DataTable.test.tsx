import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { density } from '@/lib/theme'
import { showLayout } from '@/test/layout'
import { DataTable } from './DataTable'
import type { DataColumn, Sort } from './types'

interface City {
  name: string
  people: number | undefined
}

const CITIES: City[] = Array.from({ length: 10_000 }, (_, index) => ({
  name: `City ${index}`,
  people: index === 7 ? undefined : (index * 7919) % 10_007,
}))

const COLUMNS: DataColumn<City>[] = [
  {
    id: 'name',
    title: 'Name',
    render: (city) => city.name,
    sortBy: (city) => city.name,
    width: 120,
    rowHeader: true,
  },
  {
    id: 'people',
    title: 'People',
    render: (city) => city.people ?? '–',
    sortBy: (city) => city.people,
    descendingFirst: true,
    numeric: true,
    width: 90,
  },
]

function Cities(props: { onOpen?: (city: City) => void; onSelect?: (keys: ReadonlySet<string>) => void }) {
  const [sort, setSort] = useState<Sort>()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  return (
    <DataTable
      label="Cities"
      rows={CITIES}
      keyOf={(city) => city.name}
      columns={COLUMNS}
      sort={sort}
      onSortChange={setSort}
      {...(props.onOpen ? { onOpen: props.onOpen } : {})}
      selection={{
        selected,
        onChange: (keys) => {
          setSelected(keys)
          props.onSelect?.(keys)
        },
        labelOf: (city) => `Select ${city.name}`,
        allLabel: 'Select all',
      }}
    />
  )
}

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)
const grid = () => screen.getByRole('grid', { name: 'Cities' })

beforeEach(() => showLayout({ height: 400 }))

describe('DataTable', () => {
  it('has the density that is chosen, at once', () => {
    render(<Cities />)
    const count = () => names().length
    const roomy = count()
    act(() => density.set('compact'))
    expect(screen.getAllByRole('row')[1]).toHaveStyle({ height: '32px' })
    expect(count()).toBeGreaterThan(roomy)
    act(() => density.set('comfortable'))
    expect(count()).toBe(roomy)
  })

  it('draws the rows in view alone, and says how many there are', () => {
    render(<Cities />)
    expect(names().length).toBeLessThan(40)
    expect(grid()).toHaveAttribute('aria-rowcount', '10001')
    expect(screen.getByText('City 0').closest('tr')).toHaveAttribute('aria-rowindex', '2')
  })

  it('sorts by a click on a header, with what is missing last in either direction', async () => {
    render(<Cities />)
    const people = screen.getByRole('columnheader', { name: /People/ })
    expect(people).not.toHaveAttribute('aria-sort')
    await userEvent.click(within(people).getByRole('button'))
    expect(people).toHaveAttribute('aria-sort', 'descending')
    const largest = CITIES.toSorted((a, b) => (b.people ?? -1) - (a.people ?? -1))
    expect(names().slice(0, 3)).toEqual(largest.slice(0, 3).map((city) => city.name))
    await userEvent.click(within(people).getByRole('button'))
    expect(people).toHaveAttribute('aria-sort', 'ascending')
    expect(names()[0]).toBe(largest.at(-2)?.name)
  })

  it('sorts words as people do, numbers in them by size', async () => {
    render(<Cities />)
    await userEvent.click(screen.getByRole('button', { name: /Name/ }))
    expect(names().slice(0, 3)).toEqual(['City 0', 'City 1', 'City 2'])
  })

  it('is one Tab stop, in which the keyboard moves, opens and chooses', async () => {
    const onOpen = vi.fn()
    const onSelect = vi.fn()
    render(<Cities onOpen={onOpen} onSelect={onSelect} />)
    grid().focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(onOpen).toHaveBeenLastCalledWith(CITIES[1])
    expect(document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')).toHaveTextContent(
      'City 1',
    )
    await userEvent.keyboard(' ')
    expect(onSelect).toHaveBeenLastCalledWith(new Set(['City 1']))
    await userEvent.keyboard('{End}{Enter}{Home}{Enter}')
    expect(onOpen.mock.calls.slice(1)).toEqual([[CITIES[9_999]], [CITIES[0]]])
  })

  it('chooses a range with Shift, and all', async () => {
    const onSelect = vi.fn()
    render(<Cities onSelect={onSelect} />)
    const user = userEvent.setup()
    await user.click(screen.getByRole('checkbox', { name: 'Select City 1' }))
    await user.keyboard('{Shift>}')
    await user.click(screen.getByRole('checkbox', { name: 'Select City 3' }))
    await user.keyboard('{/Shift}')
    expect(onSelect).toHaveBeenLastCalledWith(new Set(['City 1', 'City 2', 'City 3']))
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }))
    expect(onSelect.mock.lastCall?.[0].size).toBe(10_000)
  })
})

describe('DataTable in a narrow window', () => {
  it('shows cards where they are given', () => {
    showLayout({ height: 400, narrow: true })
    render(
      <DataTable
        label="Cities"
        rows={CITIES.slice(0, 3)}
        keyOf={(city) => city.name}
        columns={COLUMNS}
        pinned={{ name: 'Pinned', people: 1 }}
        renderCard={(city) => <p>{city.name}</p>}
      />,
    )
    expect(screen.queryByRole('grid')).not.toBeInTheDocument()
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Pinned',
      'City 0',
      'City 1',
      'City 2',
    ])
  })
})
