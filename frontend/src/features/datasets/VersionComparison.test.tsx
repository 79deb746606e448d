import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { showLayout } from '@/test/layout'
import { renderAround } from '@/test/render'
import type { ColumnProfile, Profile } from './profile'
import { VersionComparison } from './VersionComparison'

const column = (name: string, kind: ColumnProfile['kind'], missing = 0) => ({
  name,
  kind,
  missing,
  unique: 5,
})

function profile(rows: number, columns: object[], more: Partial<Profile> = {}) {
  return { rows, columns, empty_ratio: 0, duplicate_rows: 0, ...more } as Profile
}

const BEFORE = profile(900, [
  column('spend', 'numeric'),
  column('visits', 'numeric'),
  column('age', 'numeric', 9),
])
const AFTER = profile(
  1200,
  [column('spend', 'numeric'), column('age', 'categorical', 360), column('calls', 'numeric')],
  { empty_ratio: 0.1, duplicate_rows: 2 },
)

const cells = (row: HTMLElement | undefined) =>
  [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent)

beforeEach(() => showLayout({ height: 400 }))

describe('two versions of a dataset', () => {
  it('are compared in rows, columns, empty cells and repeated rows', () => {
    renderAround(
      <VersionComparison before={{ version: 1, profile: BEFORE }} after={{ version: 2, profile: AFTER }} />,
    )
    const region = screen.getByRole('region', { name: 'From version 1 to version 2' })
    expect(region).toHaveTextContent('Rows1,200+300, before 900')
    expect(region).toHaveTextContent('Columns31 new, 1 gone, 1 of another kind')
    expect(region).toHaveTextContent('Empty cells10%+10 pp, before 0%')
    expect(region).toHaveTextContent('Duplicate rows2+2, before 0')
  })

  it('show what became of each column, those without a change when asked for', async () => {
    renderAround(
      <VersionComparison before={{ version: 1, profile: BEFORE }} after={{ version: 2, profile: AFTER }} />,
    )
    const rows = () =>
      within(screen.getByRole('grid', { name: 'What became of each column' })).getAllByRole('row')
    expect(screen.getByText('3 of 4 columns have changed.')).toBeVisible()
    expect(rows().slice(1).map(cells)).toEqual([
      ['visits', 'Gone', 'numbers', '0%', '–', '5'],
      ['calls', 'New', 'numbers', '0%', '–', '5'],
      ['age', 'Another kind', 'numbers → categories', '1% → 30%', '+29 pp', '5'],
    ])
    await userEvent.click(screen.getByRole('switch', { name: 'Also show columns without a change' }))
    expect(cells(rows().at(-1))).toEqual(['spend', 'Unchanged', 'numbers', '0%', '–', '5'])
  })

  it('say so when no column has changed', () => {
    renderAround(
      <VersionComparison before={{ version: 1, profile: BEFORE }} after={{ version: 3, profile: BEFORE }} />,
    )
    expect(screen.getByText('Every column is of the same kind, with as many gaps.')).toBeVisible()
    expect(screen.getByRole('region')).toHaveTextContent('Rows900as before')
    expect(screen.queryByRole('grid')).not.toBeInTheDocument()
  })
})
