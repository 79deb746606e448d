/** Saves a text as a file of this computer. */
export function saveText(text: string, name: string, type = 'text/csv'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has read the address by now; the bytes are freed once it has written them.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
