import type { connection as en } from '../en/connection'

export const connection: typeof en = {
  offline: 'Нет соединения.',
  shownFrom: (ago) => `Показаны данные: ${ago}.`,
  retry: 'Повторить',
  newVersion: 'Готова новая версия Stint.',
  load: 'Загрузить её',
}
