import { useNavigate } from '@tanstack/react-router'
import { Database, LogOut, Play, Sparkles, Target } from 'lucide-react'
import { useArtifacts } from '@/features/artifacts/api'
import { type Dataset, useDatasets } from '@/features/datasets/api'
import { useRuns } from '@/features/runs/api'
import { mainScore } from '@/features/runs/mainScore'
import { useI18n } from '@/i18n/I18nProvider'
import { DESTINATIONS } from '../shortcuts'
import { useLeave } from '../useLeave'
import type { CommandGroup } from './commands'

/** How many of what one owns are shown before anything is typed. */
const FIRST = 2

/** Pages, what one owns, and what can be done with it. */
export function useWorkCommands(): CommandGroup[] {
  const { t, format } = useI18n()
  const navigate = useNavigate()
  const { leave } = useLeave()
  const datasets = newestVersions(useDatasets().data ?? [])
  const runs = useRuns().data ?? []
  const artifacts = useArtifacts().data ?? []
  const familyOf = (model: string) => t.runs.models[model] ?? model

  return [
    {
      value: t.palette.pages,
      items: DESTINATIONS.map(({ to, icon, nameOf, key }) => ({
        id: to,
        label: nameOf(t),
        words: to,
        icon,
        keys: ['g', key],
        run: () => void navigate({ to }),
      })),
    },
    {
      value: t.palette.actions,
      first: FIRST,
      items: [
        ...datasets
          .filter(({ status }) => status === 'READY')
          .map(({ id, name, version }) => ({
            id: `train ${id}`,
            label: t.palette.trainOn(name),
            detail: t.datasets.version(version),
            words: 'train',
            icon: Play,
            run: () => void navigate({ to: '/training/new', search: { dataset: id } }),
          })),
        ...artifacts.map(({ id, model_type, target, dataset_name }) => ({
          id: `predict ${id}`,
          label: t.palette.predictWith(target, familyOf(model_type)),
          detail: dataset_name,
          words: 'predict',
          icon: Sparkles,
          run: () => void navigate({ to: '/artifacts/$id/predict', params: { id } }),
        })),
      ],
    },
    {
      value: t.palette.datasets,
      first: FIRST,
      items: datasets.map(({ id, name, version }) => ({
        id: `dataset ${id}`,
        label: name,
        detail: t.datasets.version(version),
        words: 'dataset',
        icon: Database,
        run: () => void navigate({ to: '/datasets/$id', params: { id } }),
      })),
    },
    {
      value: t.palette.runs,
      first: FIRST,
      items: runs.map((run) => {
        const score = mainScore(run)
        return {
          id: `run ${run.id}`,
          label: `${familyOf(run.model_type)} · ${run.target}`,
          detail: [run.dataset_name, score && format.score(score.value)].filter(Boolean).join(' · '),
          words: `run ${run.id}`,
          icon: Target,
          run: () => void navigate({ to: '/training/$id', params: { id: run.id } }),
        }
      }),
    },
    {
      value: t.palette.account,
      items: [{ id: 'sign out', label: t.auth.signOut, words: 'sign out logout', icon: LogOut, run: leave }],
    },
  ]
}

/** One of each name. Datasets come newest first. */
function newestVersions(datasets: readonly Dataset[]): Dataset[] {
  const names = new Set<string>()
  return datasets.filter(({ name }) => !names.has(name) && names.add(name))
}
