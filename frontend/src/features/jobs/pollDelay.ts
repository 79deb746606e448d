const SHORTEST = 1_000
const LONGEST = 5_000
const GROWTH = 1.5

/** Milliseconds until jobs are looked at again, after so many looks that showed nothing new: 1 s, growing to 5 s. */
export function pollDelay(unchangedPolls: number): number {
  return Math.min(SHORTEST * GROWTH ** unchangedPolls, LONGEST)
}
