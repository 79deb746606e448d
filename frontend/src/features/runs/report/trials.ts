import type { Schemas } from '../detail'

type Trial = Schemas['Trial']

/** A trial and its place, counted from 1. */
export type RankedTrial = Trial & { rank: number }

/** Trials come best first. */
export function rankTrials(trials: readonly Trial[]): RankedTrial[] {
  return trials.map((trial, index) => ({ ...trial, rank: index + 1 }))
}

/** Its hyperparameters in one line; what is not set is left out. */
export function settingsOf({ hyperparameters }: Trial): string {
  return Object.entries(hyperparameters)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${typeof value === 'number' ? Number(value.toPrecision(3)) : value}`)
    .join(' ')
}
