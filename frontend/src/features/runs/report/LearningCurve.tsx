import { useMemo } from 'react'
import { LineChart } from '@/charts/LineChart'
import { markAt } from '@/charts/marks'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import type { Report } from '../detail'

/** How boosting learnt round by round: where the lines part, it learns the training rows by heart. */
export function LearningCurve({ points, task }: { points: Report['learning_curve']; task: Report['task'] }) {
  const { t, format } = useI18n()
  const chart = useMemo(
    () => ({
      x: { label: t.run.rounds, format: format.whole },
      y: { label: t.run.losses[task], format: format.score, fromZero: true },
      series: [
        {
          id: 'train',
          label: t.run.trainLoss,
          mark: markAt(4),
          points: points.map(({ rounds, train_loss }) => ({ x: rounds, y: train_loss })),
        },
        {
          id: 'test',
          label: t.run.testLoss,
          mark: markAt(0),
          points: points.map(({ rounds, test_loss }) => ({ x: rounds, y: test_loss })),
        },
      ],
    }),
    [points, task, t, format],
  )
  const best = points.reduce<(typeof points)[number] | undefined>(
    (found, point) => (!found || point.test_loss < found.test_loss ? point : found),
    undefined,
  )
  if (!best) return null
  return (
    <Card>
      <LineChart
        title={t.run.learning}
        description={t.run.learningHint(format.whole(best.rounds), format.score(best.test_loss))}
        {...chart}
      />
    </Card>
  )
}
