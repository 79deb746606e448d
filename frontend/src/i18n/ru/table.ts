import type { Messages } from '../en'

export const table: Messages['table'] = {
  filter: 'Фильтр',
}
