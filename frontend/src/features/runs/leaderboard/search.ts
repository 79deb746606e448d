/** What the address says about the leaderboard. */
export interface LeaderboardSearch {
  /** Which contest; the one with the newest run, if it is not said. */
  board?: string
  /** The score that ranks; the one that most are judged by, if it is not said. */
  metric?: string
  /** Whether only the best run of each family is ranked. */
  families?: boolean
}

/** Makes sense of an address; what makes none is left out. */
export function readLeaderboardSearch(search: Record<string, unknown>): LeaderboardSearch {
  return {
    ...(typeof search.board === 'string' && search.board !== '' && { board: search.board }),
    ...(typeof search.metric === 'string' && /^\w+$/.test(search.metric) && { metric: search.metric }),
    ...(search.families === true && { families: true }),
  }
}
