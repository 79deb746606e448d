/** What the API says is wrong with one choice. */
export function FieldError({ id, detail }: { id?: string; detail: string | undefined }) {
  if (!detail) return null
  return (
    <p id={id} role="alert" lang="en" className="break-words text-bad text-sm">
      {detail}
    </p>
  )
}
