import type { Messages } from '../en'
import { counter } from '../plural'

const count = counter('ru')
const trainings = (number: number) =>
  count(number, { one: 'обучение', few: 'обучения', many: 'обучений', other: 'обучения' })
const places = (number: number) => count(number, { one: 'место', few: 'места', many: 'мест', other: 'места' })

export const leaderboard: Messages['leaderboard'] = {
  title: 'Таблица лидеров',
  lead: 'Кто впереди на каких данных. Где интервалы пересекаются, порядок может быть случайным, и об этом сказано.',
  emptyTitle: 'Лидеров пока нет',
  emptyLead:
    'Обучите модели на данных, и они встанут здесь по местам: с интервалами, чтобы было видно, лучше ли первая второй или ей только повезло.',
  board: 'Данные и цель',
  trainings,
  metric: 'Оценка',
  families: 'Только лучшее у каждой модели',
  podium: 'Лучшие',
  table: 'Места',
  rank: 'Место',
  standing: 'Против стоящего выше',
  model: 'Модель',
  predict: 'Предсказать',
  predictWith: (name) => `Предсказать: ${name}`,
  noModel: 'удалена',
  leads: 'лучшее на сегодня',
  behind: (rank) => `заметно хуже № ${rank}`,
  level: (rank) => `не значимо хуже № ${rank}`,
  unknown: 'у этой оценки нет интервала',
  tied: (others) => `наравне ещё с ${others}`,
  isNew: 'новое: последнее обучение',
  isNewShort: 'новое',
  up: (number) => `выше на ${places(number)}, чем до последнего обучения`,
  down: (number) => `ниже на ${places(number)}, чем до последнего обучения`,
  summary: (number) => `По местам: ${trainings(number)}.`,
  notSure: (others) => `Первое не значимо лучше ещё ${others}: их интервалы пересекаются.`,
  noScore: (metric) => `Ни у одного из этих обучений нет оценки ${metric}.`,
  splits: (number) =>
    `Эти обучения измерены на разных отложенных строках (вариантов: ${number}; отличаются seed или test_fraction), поэтому малые различия мало значат.`,
  bestSoFar: (metric) => `${metric}: лучшее на каждый момент`,
  bestSoFarHint: 'Когда менялся лидер.',
}
