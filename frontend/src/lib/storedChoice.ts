import { useSyncExternalStore } from 'react'
import { storage } from './storage'

/** One of a few values, remembered by this browser, shown the same in every place. */
export interface StoredChoice<Value extends string> {
  get(): Value
  set(value: Value): void
  /** The value, for a component; it renders again when the value changes. */
  use(): Value
}

/** A choice kept under `key`; the first of all visits starts with `initial`. `apply` makes it felt. */
export function storedChoice<Value extends string>(
  key: string,
  values: readonly Value[],
  initial: Value,
  apply: (value: Value) => void,
): StoredChoice<Value> {
  const listeners = new Set<() => void>()
  const get = () => values.find((value) => value === storage.get(key)) ?? initial
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    get,
    set(value) {
      storage.set(key, value === initial ? null : value)
      apply(value)
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, get),
  }
}
