import type { Messages } from '../en'

export const leaderboard: Messages['leaderboard'] = {
  title: 'Таблица лидеров',
}
