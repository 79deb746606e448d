import type { Messages } from '../en'

export const run: Messages['run'] = {
  title: 'Обучение',
  scores: 'Оценки',
  baselineIs: (score) => `базовый уровень ${score}`,
  measuredOn: (test, train, columns) =>
    `Отложенных строк: ${test}. Строк для обучения: ${train}. Столбцов: ${columns}.`,
  warnings: 'Предупреждения',
  confusion: 'Матрица ошибок',
  confusionHint:
    'Строки — что было на самом деле, столбцы — что ответила модель; на диагонали верные ответы.',
  actual: 'На самом деле',
  predicted: 'Предсказано',
  actualPredicted: 'Предсказания и действительность',
  actualPredictedHint: 'Каждая точка — отложенная строка; на линии модель права.',
  heldOut: 'Отложенные строки',
  perfect: 'верно',
  roc: 'ROC-кривая',
  rocHint: 'Чем ближе к левому верхнему углу, тем лучше.',
  pr: 'Точность и полнота',
  prHint: 'Чем ближе к правому верхнему углу, тем лучше.',
  falsePositives: 'Доля ложных срабатываний',
  truePositives: 'Доля верных срабатываний',
  chance: 'случайный ответ',
  importance: 'На что опирается модель',
  importanceHint:
    'Насколько падает оценка, если перемешать столбец в отложенных строках; «ус» — одно стандартное отклонение.',
  importanceValue: 'Потеря оценки',
  column: 'Столбец',
  spread: 'Стандартное отклонение',
  parameters: 'Параметры',
}
