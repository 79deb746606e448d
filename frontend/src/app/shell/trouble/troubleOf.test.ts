import { describe, expect, it } from 'vitest'
import { ApiError } from '@/api/apiError'
import { troubleOf } from './troubleOf'

describe('troubleOf', () => {
  it.each([
    [new ApiError('unreachable', ''), true, 'unreachable'],
    [new ApiError('unreachable', ''), false, 'offline'],
    [new ApiError('internal', 'boom'), true, 'server'],
    [new ApiError('unavailable', ''), false, 'server'],
    [new ApiError('throttled', '', { retryAfter: 7 }), true, 'throttled'],
    [new TypeError('x is not a function'), true, 'crash'],
    // Chromium, Safari and Firefox, about a page's own file.
    [new TypeError('Failed to fetch dynamically imported module: https://x/a.js'), true, 'unreachable'],
    [new TypeError('Importing a module script failed.'), false, 'offline'],
    [new TypeError('error loading dynamically imported module: https://x/a.js'), true, 'unreachable'],
  ])('%s, online %s: %s', (error, online, name) => expect(troubleOf(error, online)).toBe(name))
})
