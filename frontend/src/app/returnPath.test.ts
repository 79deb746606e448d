import { describe, expect, it } from 'vitest'
import { safeReturnPath } from './returnPath'

describe('safeReturnPath', () => {
  it.each(['/training', '/training?run=1#top', '/'])('lets %s through', (path) =>
    expect(safeReturnPath(path)).toBe(path),
  )

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '',
    7,
    undefined,
  ])('refuses %s', (value) => expect(safeReturnPath(value)).toBeUndefined())
})
