import type { Dataset } from './api'

/** All uploads under one name. */
export interface DatasetGroup {
  name: string
  /** What the name stands for now: the newest version that can be used, else the newest upload. */
  current: Dataset
  /** The others, newest first. */
  others: Dataset[]
}

/** Groups datasets, which come newest first, by name; a group stands where its newest upload stood. */
export function groupVersions(datasets: readonly Dataset[]): DatasetGroup[] {
  const byName = new Map<string, Dataset[]>()
  for (const dataset of datasets) byName.set(dataset.name, [...(byName.get(dataset.name) ?? []), dataset])
  return [...byName].flatMap(([name, versions]) => {
    const current = versions.find((dataset) => dataset.status === 'READY') ?? versions[0]
    return current ? [{ name, current, others: versions.filter((dataset) => dataset !== current) }] : []
  })
}

/** The groups whose name holds every word of `text`, in any case. */
export function searchGroups(groups: readonly DatasetGroup[], text: string): readonly DatasetGroup[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return groups
  return groups.filter(({ name }) => words.every((word) => name.toLocaleLowerCase().includes(word)))
}
