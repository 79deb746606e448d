import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { answerWith, json, renderAround } from '@/test/render'
import { sampleRun } from '@/test/samples'
import { RunTable } from './RunTable'

describe('RunTable', () => {
  it('shows a score beside its baseline, interval, cost and time', async () => {
    answerWith(() => json([sampleRun()]))
    renderAround(<RunTable highlighted="run-1" emptyAction={null} renderLink={(_, name) => name} />)
    const row = (await screen.findByRole('rowheader')).closest('tr') as HTMLElement
    expect(row).toHaveAttribute('aria-current', 'true')
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual([
      '0.988Accuracy',
      '0.442+0.5470.547 better than the baseline',
      '0.937 – 0.99895%',
      'penguins.csvversion 2, predicts species',
      '$0.00042',
      '740 ms',
      expect.stringMatching(/ago$|^now$|month|yesterday/),
    ])
  })

  it('reads the next page when asked to', async () => {
    const fetch = answerWith((request) => {
      const cursor = new URL(request.url).searchParams.get('cursor')
      if (cursor === 'two') return json([sampleRun({ id: 'run-2', model_type: 'ridge' })])
      return json([sampleRun()], { headers: { link: '</api/ml/v1/training-runs?cursor=two>; rel="next"' } })
    })
    renderAround(<RunTable highlighted={undefined} emptyAction={null} renderLink={(_, name) => name} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Load more' }))
    expect(await screen.findByText('Ridge regression')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument()
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('says what to do when there is nothing', async () => {
    answerWith(() => json([]))
    renderAround(
      <RunTable
        highlighted={undefined}
        emptyAction={<a href="/datasets">Go</a>}
        renderLink={(_, name) => name}
      />,
    )
    expect(await screen.findByRole('link', { name: 'Go' })).toBeInTheDocument()
  })
})
