import { useMemo, useState } from 'react'
import { useStable } from '@/lib/useStable'
import { MOST_COMPARED } from '../compare/search'
import { idsOf } from './search'

/** The chosen runs: in the address while they are few enough to be compared, else only here. */
export function useChosen(value: string | undefined, write: (value: string) => void) {
  const named = useMemo(() => new Set(idsOf(value)), [value])
  const [many, setMany] = useState<ReadonlySet<string>>()
  const choose = useStable((ids: ReadonlySet<string>) => {
    const fits = ids.size <= MOST_COMPARED
    setMany(fits ? undefined : ids)
    write(fits ? [...ids].join() : '')
  })
  return [many ?? named, choose] as const
}
