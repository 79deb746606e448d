import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderAround } from '@/test/render'
import { DeltaChip } from './DeltaChip'

describe('DeltaChip', () => {
  it.each([
    ['more of a score', 0.2, true, '▲ +0.20'],
    ['less of a score', -0.2, true, '▼ -0.20'],
    ['less of an error', -5, false, '▲ -5.00'],
    ['more of an error', 5, false, '▼ +5.00'],
    ['what rounds to nothing', -0.0001, true, '= 0.00'],
  ])('points up for better and down for worse: %s', (_, delta, higherIsBetter, shown) => {
    renderAround(<DeltaChip delta={delta} higherIsBetter={higherIsBetter} words="words" />)
    expect(screen.getByTitle('words')).toHaveTextContent(`${shown}words`)
  })
})
