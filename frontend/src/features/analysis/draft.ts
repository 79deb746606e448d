/** What a form of choices says for "none of them". A column cannot have this name: names are trimmed. */
export const NONE = ' '

interface Version {
  id: string
  name: string
  version: number
  status: string
}

/** What a dataset can be compared with: its other versions first, the newest first, then all else. */
export function comparable<Dataset extends Version>(dataset: Version, all: readonly Dataset[]): Dataset[] {
  const others = all.filter(({ id, status }) => id !== dataset.id && status === 'READY')
  const own = others.filter(({ name }) => name === dataset.name)
  own.sort((a, b) => b.version - a.version)
  return [...own, ...others.filter(({ name }) => name !== dataset.name)]
}

/** The version before this one, which is what one most often wants to compare with. */
export function versionBefore<Dataset extends Version>(
  dataset: Version,
  all: readonly Dataset[],
): Dataset | undefined {
  return comparable(dataset, all).find(
    ({ name, version }) => name === dataset.name && version < dataset.version,
  )
}
