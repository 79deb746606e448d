import { useMemo, useState } from 'react'
import { useStable } from '@/lib/useStable'
import { idsOf } from './search'

/** So many ids make an address of about 4 KB, which every browser and mail program lets through. */
const IN_ADDRESS = 100

/** The chosen runs: in the address while they are few enough, else only here. */
export function useChosen(value: string | undefined, write: (value: string) => void) {
  const named = useMemo(() => new Set(idsOf(value)), [value])
  const [many, setMany] = useState<ReadonlySet<string>>()
  const choose = useStable((ids: ReadonlySet<string>) => {
    const fits = ids.size <= IN_ADDRESS
    setMany(fits ? undefined : ids)
    write(fits ? [...ids].join() : '')
  })
  return [many ?? named, choose] as const
}
