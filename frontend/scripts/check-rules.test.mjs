// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { problemsOf } from './check-rules.mjs'

describe('the rules of src/', () => {
  it.each([
    ['another feature', 'features/runs/a.ts', "import { useJobs } from '@/features/jobs/api'"],
    ['another feature, by a relative path', 'features/runs/a.ts', "import { useJobs } from '../jobs/api'"],
    ['the app from a feature', 'features/runs/a.ts', "const page = import('@/app/router')"],
    ['a feature from shared code', 'lib/a.ts', "import type { Job } from '@/features/jobs/jobs'"],
    ['a barrel', 'features/runs/index.ts', 'export {}'],
    ['fetch outside api/', 'features/runs/api.ts', "await fetch('/api/jobs')"],
    ['XMLHttpRequest outside api/', 'lib/upload.ts', 'new XMLHttpRequest()'],
    ['a hex colour', 'components/ui/Badge.tsx', "const red = '#c00'"],
    ['a colour function', 'styles/base.css', 'color: oklch(50% 0.1 20)'],
    ['a palette class', 'components/ui/Badge.tsx', 'className="bg-red-500"'],
  ])('refuse %s', (_, path, text) => {
    expect(problemsOf(path, text)).toHaveLength(1)
  })

  it.each([
    ['its own files', 'features/runs/a.ts', "import { useRuns } from './api'"],
    ['shared code', 'features/runs/a.ts', "import { Badge } from '@/components/ui/Badge'"],
    ['features in the app', 'app/routes/A.tsx', "import { RunTable } from '@/features/runs/RunTable'"],
    ['packages', 'lib/a.ts', "import { useState } from 'react'"],
    ['the network in api/', 'api/client.ts', 'globalThis.fetch(request)'],
    ['colours in tokens.css', 'styles/tokens.css', '--ink: oklch(24% 0.02 265); --line: #ccc'],
    ['anchors', 'app/shell/Shell.tsx', '<a href="#content">'],
  ])('permit %s', (_, path, text) => {
    expect(problemsOf(path, text)).toEqual([])
  })
})
