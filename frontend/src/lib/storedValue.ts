import { useSyncExternalStore } from 'react'
import { storage } from './storage'

/** A value that this browser remembers, shown the same in every place. */
export interface StoredValue<Value> {
  get(): Value
  set(value: Value): void
  /** The value, for a component; it renders again when the value changes. */
  use(): Value
}

/** A value kept under `key` as JSON. `read` makes sense of whatever is stored, also of nothing (`undefined`). */
export function storedValue<Value>(key: string, read: (stored: unknown) => Value): StoredValue<Value> {
  const listeners = new Set<() => void>()
  let known: { text: string | null; value: Value } | undefined
  const get = () => {
    const text = storage.get(key)
    if (!known || known.text !== text) known = { text, value: read(parsed(text)) }
    return known.value
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    get,
    set(value) {
      storage.set(key, JSON.stringify(value))
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, get),
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
