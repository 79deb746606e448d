import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// What is awaited may come in a file of its own, on a machine that is busy.
configure({ asyncUtilTimeout: 10_000 })

afterEach(() => {
  if (typeof document === 'undefined') return
  cleanup()
  localStorage.clear()
})
