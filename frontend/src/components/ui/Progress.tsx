/** A bar; without a known end it only says that something goes on. */
export function Progress(props: { label: string; done: number; total: number }) {
  const known = props.total > 0
  return (
    <progress
      aria-label={props.label}
      className="h-1.5 w-full rounded-full"
      {...(known ? { value: Math.min(props.done, props.total), max: props.total } : {})}
    />
  )
}
