import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packagesOf } from './thirdParty.ts'

/** Licences that ask for no more than to be named. */
const PERMISSIVE = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|OFL-1\.1)$/

it('every package that is delivered has a version and a permissive licence', () => {
  const packages = packagesOf(join(import.meta.dirname, '..'))
  expect(packages.map(({ name }) => name)).toContain('react')
  for (const { name, version, license } of packages) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+/)
    expect(license, name).toMatch(PERMISSIVE)
  }
})
