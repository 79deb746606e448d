import type { Messages } from '../en'
import { counter } from '../plural'

const count = counter('ru')

export const overview: Messages['overview'] = {
  title: 'Обзор',
  newTraining: 'Новое обучение',
  active: 'Выполняется',
  work: {
    TRAIN: (dataset) => `Обучение на ${dataset}`,
    PREDICT: (dataset) => `Предсказания для ${dataset}`,
    ANALYZE: (dataset) => `Анализ ${dataset}`,
  },
  best: 'Лучшие модели',
  bestHint: 'По одной на каждые данные и цель. Полоса — интервал, черта поперёк — базовый уровень.',
  among: (runs) =>
    runs === 1
      ? 'единственное обучение'
      : `лучшая из ${count(runs, { one: 'обучения', few: 'обучений', many: 'обучений', other: 'обучений' })}`,
  strip: (metric, value, interval, baseline) =>
    [
      `${metric} ${value}`,
      interval && `интервал ${interval}`,
      baseline === undefined ? 'без базового уровня' : `базовый уровень ${baseline}`,
    ]
      .filter(Boolean)
      .join(', '),
  recent: 'Последние обучения',
  all: 'Все обучения',
  holdings: 'Что у вас есть',
  datasets: 'Данные',
  stored: (size) => `хранится ${size}`,
  models: 'Модели',
  pinned: (pinned) =>
    count(pinned, { one: 'закреплена', few: 'закреплены', many: 'закреплено', other: 'закреплено' }),
  trainings: 'Обучения',
  spent: 'Потрачено',
  spentHint: 'на все обучения',
  spentOfNewest: (runs) => `на последние ${runs}`,
  first: {
    title: 'Три шага до модели с доказательством',
    lead: 'Это займёт несколько минут и доли цента.',
    done: 'Готово',
    steps: [
      {
        title: 'Загрузите таблицу',
        text: 'CSV с заголовком: строка на каждый пример, среди столбцов — тот, который надо предсказать. Содержимое видно до отправки.',
      },
      {
        title: 'Обучите',
        text: 'Цель подскажем, у каждой настройки есть разумное значение. Видно каждый этап и его стоимость.',
      },
      {
        title: 'Оцените и пользуйтесь',
        text: 'Рядом с каждой оценкой — базовый уровень и интервал. Убедившая вас модель предсказывает здесь, в вашем браузере и везде, где работает ONNX.',
      },
    ],
    upload: 'Загрузить CSV',
    train: 'Обучить модель',
  },
}
