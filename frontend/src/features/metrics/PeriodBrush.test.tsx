import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { showLayout } from '@/test/layout'
import { renderAround } from '@/test/render'
import { PeriodBrush } from './PeriodBrush'
import { chooseFrom } from './scored'
import { type MetricsChange, readMetricsSearch } from './search'

const at = (day: number) => new Date(2026, 10, day, 12).getTime()
const TIMES = [1, 1, 4, 20].map(at)

/** As the address keeps it: open where a day is not said. */
function Page({ onChange }: { onChange: (change: MetricsChange) => void }) {
  const [search, setSearch] = useState<MetricsChange>({ from: '2026-11-04', to: '2026-11-10' })
  return (
    <PeriodBrush
      times={TIMES}
      choice={chooseFrom(readMetricsSearch({ ...search }), [], 0)}
      onChange={(change) => {
        setSearch(change)
        onChange(change)
      }}
    />
  )
}

beforeEach(() => showLayout({ height: 400 }))

describe('the period', () => {
  it('is moved by keys, day by day or to an end, and is open where it reaches an end', async () => {
    const onChange = vi.fn()
    renderAround(<Page onChange={onChange} />)
    const from = screen.getByRole('slider', { name: 'First day' })
    const to = screen.getByRole('slider', { name: 'Last day' })
    expect(from).toHaveAttribute('aria-valuetext', 'Nov 4, 2026')
    from.focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(from).toHaveFocus()
    expect(onChange).toHaveBeenLastCalledWith({ period: undefined, from: '2026-11-06', to: '2026-11-10' })
    to.focus()
    await userEvent.keyboard('{End}')
    expect(onChange).toHaveBeenLastCalledWith({ period: undefined, from: '2026-11-06', to: undefined })
    expect(to).toHaveAttribute('aria-valuetext', 'Nov 20, 2026')
  })

  it('is not asked for where everything was on one day', () => {
    const choice = chooseFrom({}, [], 0)
    renderAround(<PeriodBrush times={[at(3), at(3) + 3_600_000]} choice={choice} onChange={vi.fn()} />)
    expect(screen.queryByRole('slider')).not.toBeInTheDocument()
  })
})
