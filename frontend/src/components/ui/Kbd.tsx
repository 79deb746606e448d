/** A key. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-grid min-h-5 min-w-5 place-items-center rounded border border-line border-b-2 bg-sunken px-1 font-mono text-muted text-xs leading-none">
      {children}
    </kbd>
  )
}
