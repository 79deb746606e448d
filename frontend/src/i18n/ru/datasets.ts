import type { Messages } from '../en'
import { counter } from '../plural'

const count = counter('ru')

export const datasets: Messages['datasets'] = {
  title: 'Данные',
  lead: 'CSV со строкой заголовков. Столбец для предсказания называется target, label или y — или стоит последним.',
  upload: 'Загрузить CSV',
  uploadHint: 'UTF-8; разделители: запятая, точка с запятой, табуляция или вертикальная черта.',
  choose: 'Выбрать файл',
  empty: 'Данных пока нет. Загрузите CSV, чтобы обучить первую модель.',
  listLabel: 'Ваши данные',
  name: 'Название',
  size: 'Размер',
  content: 'Содержимое',
  status: 'Состояние',
  created: 'Загружено',
  training: 'Обучение',
  version: (version) => `версия ${version}`,
  rows: (rows) => count(rows, { one: 'строка', few: 'строки', many: 'строк', other: 'строки' }),
  columns: (columns) =>
    count(columns, { one: 'столбец', few: 'столбца', many: 'столбцов', other: 'столбца' }),
  states: {
    AWAITING_UPLOAD: 'Ждёт файла',
    READY: 'Готово',
    REJECTED: 'Отклонено',
    EXPIRED: 'Время загрузки вышло',
  },
}
