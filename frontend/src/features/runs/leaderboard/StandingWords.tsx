import { useI18n } from '@/i18n/I18nProvider'
import type { Ranked } from './rank'

/** Whether a rank is more than chance, in words. */
export function StandingWords({ ranked }: { ranked: Ranked }) {
  const { t } = useI18n()
  const { standing, ties } = ranked
  const words = {
    leads: () => t.leaderboard.leads,
    behind: (rank: number) => t.leaderboard.behind(rank),
    level: (rank: number) => t.leaderboard.level(rank),
    unknown: () => t.leaderboard.unknown,
  }[standing.kind]('rank' in standing ? standing.rank : 0)
  return ties > 0 ? `${t.leaderboard.tied(ties)} · ${words}` : words
}
