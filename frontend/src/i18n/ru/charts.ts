import type { Messages } from '../en'

export const charts: Messages['charts'] = {
  asTable: 'Показать таблицей',
  hint: 'Стрелки влево и вправо читают значения по одному, вверх и вниз меняют ряд.',
  hintOpen: 'Enter открывает то, на чём стоит курсор.',
  from: 'От',
  to: 'До',
}
