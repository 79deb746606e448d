import type { Messages } from '../en'

export const charts: Messages['charts'] = {
  asTable: 'Показать таблицей',
  hint: 'Стрелки влево и вправо читают значения по одному, вверх и вниз меняют ряд.',
  hintOpen: 'Enter открывает то, на чём стоит курсор.',
  inRange: (some, all) => `В диапазоне ${some} из ${all}`,
  clearRanges: 'Сбросить диапазоны',
  from: 'От',
  to: 'До',
}
