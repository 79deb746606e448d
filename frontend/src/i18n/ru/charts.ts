import type { Messages } from '../en'

export const charts: Messages['charts'] = {
  asTable: 'Показать таблицей',
}
