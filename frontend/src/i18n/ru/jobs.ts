import type { Messages } from '../en'

export const jobs: Messages['jobs'] = {
  cancel: 'Отменить',
  cancelLabel: (dataset) => `Отменить обучение на ${dataset}`,
  cancelling: 'Отмена…',
  seeRun: 'Показать результат',
  progressLabel: (dataset) => `Обучение на ${dataset}`,
  cached: 'Такое обучение уже было; это его результат.',
  usedLight: (reason) => `Выполнено только лёгкое обучение: ${reason}`,
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
}
