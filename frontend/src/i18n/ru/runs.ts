import type { Messages } from '../en'
import { counter } from '../plural'

const count = counter('ru')
const trainings = (number: number) =>
  count(number, { one: 'обучение', few: 'обучения', many: 'обучений', other: 'обучения' })

export const runs: Messages['runs'] = {
  title: 'Обучение',
  model: 'Модель',
  dataset: 'Данные',
  score: 'Оценка',
  interval: (level) => `Интервал ${level}`,
  intervalShort: 'Интервал',
  cost: 'Стоимость',
  duration: 'Время',
  readingOlder: (number) => `Старые обучения ещё читаются: пока ${trainings(number)}.`,
  newestOnly: (number) => `Учтены только новейшие (${trainings(number)}): более старые прочитать не удалось.`,
  predicts: (target) => `предсказывает ${target}`,
  noBaseline: 'нет',
  better: (by) => `на ${by} лучше базового уровня`,
  worse: (by) => `на ${by} хуже базового уровня`,
  same: 'не лучше базового уровня',
  usedLight: 'Только лёгкое обучение:',
  models: {
    baseline: 'Базовая модель',
    linear: 'Линейная регрессия',
    ridge: 'Гребневая регрессия',
    logistic: 'Логистическая регрессия',
    auto: 'Автоматический подбор',
    elastic_net: 'Эластичная сеть',
    decision_tree: 'Дерево решений',
    random_forest: 'Случайный лес',
    gradient_boosting: 'Градиентный бустинг',
    knn: 'Ближайшие соседи',
    svm: 'Метод опорных векторов',
    naive_bayes: 'Наивный байесовский классификатор',
  },
  metrics: {
    accuracy: 'Доля верных',
    precision: 'Точность',
    recall: 'Полнота',
    f1: 'F1',
    log_loss: 'Log loss',
    roc_auc: 'ROC AUC',
    r2: 'R²',
    mse: 'MSE',
    rmse: 'RMSE',
    mae: 'MAE',
  },
}
