import {
  ChartLine,
  Database,
  GitCompareArrows,
  House,
  type LucideIcon,
  Package,
  Play,
  Trophy,
} from 'lucide-react'
import type { Messages } from '@/i18n/en'

export interface Place {
  to:
    | '/overview'
    | '/datasets'
    | '/training'
    | '/compare'
    | '/leaderboard'
    | '/artifacts'
    | '/metrics'
    | '/settings'
    | '/info'
  name: keyof Messages['app']['places']
  icon: LucideIcon
}

/** Where one can go from everywhere, in this order. The first of them are in the bar of a phone. */
export const PLACES: readonly Place[] = [
  { to: '/overview', name: 'overview', icon: House },
  { to: '/datasets', name: 'datasets', icon: Database },
  { to: '/training', name: 'training', icon: Play },
  { to: '/artifacts', name: 'artifacts', icon: Package },
  { to: '/compare', name: 'compare', icon: GitCompareArrows },
  { to: '/leaderboard', name: 'leaderboard', icon: Trophy },
  { to: '/metrics', name: 'metrics', icon: ChartLine },
]
