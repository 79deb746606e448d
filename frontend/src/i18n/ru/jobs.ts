import type { Messages } from '../en'

export const jobs: Messages['jobs'] = {
  cancel: 'Отменить',
  cancelLabel: (dataset) => `Отменить обучение на ${dataset}`,
  cancelling: 'Отмена…',
  seeRun: 'Показать результат',
  progressLabel: (dataset) => `Обучение на ${dataset}`,
  cached: 'Такое обучение уже было; это его результат.',
  usedLight: 'Выполнено только лёгкое обучение:',
  announce: {
    COMPLETED: (dataset) => `Задача с ${dataset} завершена.`,
    FAILED: (dataset) => `Задача с ${dataset} не удалась.`,
    CANCELLED: (dataset) => `Задача с ${dataset} отменена.`,
  },
  states: {
    PENDING: 'В очереди',
    RUNNING: 'Идёт',
    COMPLETED: 'Готово',
    FAILED: 'Ошибка',
    CANCELLED: 'Отменено',
  },
  elapsed: 'Прошло',
  waitingFor: 'Ждёт исполнителя',
  attempt: 'Попытка',
  attemptHint: 'прерванный исполнитель заменяется',
  costSoFar: 'Стоимость',
  costLater: 'считается в конце',
  stagesLabel: 'Этапы обучения',
  stages: {
    queued: 'Ждёт исполнителя',
    starting: 'Исполнитель взялся за работу',
    reading: 'Чтение данных',
    preparing: 'Подготовка строк и столбцов',
    validating: 'Перекрёстная проверка',
    fitting: 'Обучение модели',
    evaluating: 'Измерение на отложенных строках',
    explaining: 'Поиск важных столбцов',
    predicting: 'Прогноз для каждой строки',
    analyzing: 'Измерение связей между столбцами',
  },
  stageStates: { done: 'готово', current: 'идёт', ahead: 'впереди' },
  units: (done, total) => `${done} из ${total}`,
  failures: {
    rejected: {
      title: 'С такими данными или параметрами работать нельзя',
      advice: 'Измените то, что названо, и обучите снова; остальное останется как было.',
    },
    'dataset-gone': {
      title: 'Данные удалены',
      advice: 'Загрузите их снова или обучите на других.',
    },
    'artifact-gone': {
      title: 'Модель удалена',
      advice: 'Обучите её снова или предсказывайте другой.',
    },
    'out-of-time': {
      title: 'Заняло слишком много времени',
      advice: 'Возьмите меньше деревьев, шагов или проб или семейство побыстрее.',
    },
    'worker-lost': {
      title: 'Исполнителей прервали',
      advice: 'Запустите снова без изменений. Если повторится, уменьшите объём работы.',
    },
    undeliverable: {
      title: 'Ни один исполнитель не справился',
      advice: 'Запустите снова без изменений. Если повторится, уменьшите объём работы.',
    },
  },
}
