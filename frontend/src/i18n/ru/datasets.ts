import type { Messages } from '../en'
import { counter } from '../plural'

const count = counter('ru')

export const datasets: Messages['datasets'] = {
  title: 'Данные',
  lead: 'Таблицы для обучения. Файл с уже известным именем становится следующей версией.',
  emptyTitle: 'Данных пока нет',
  empty:
    'Загрузите CSV со строкой заголовков: строка на пример, среди столбцов — тот, который надо предсказывать.',
  listLabel: 'Ваши данные',
  search: 'Найти данные',
  found: (found) => count(found, { one: 'набор', few: 'набора', many: 'наборов', other: 'набора' }),
  nothingFound: (text) => `Данных с названием вроде «${text}» нет.`,
  clearSearch: 'Показать все',
  version: (version) => `версия ${version}`,
  versionShort: (version) => `v${version}`,
  earlier: (versions) =>
    count(versions, {
      one: 'прежняя версия',
      few: 'прежние версии',
      many: 'прежних версий',
      other: 'прежней версии',
    }),
  versionsOf: (name) => `Версии ${name}`,
  rows: (rows) => count(rows, { one: 'строка', few: 'строки', many: 'строк', other: 'строки' }),
  columns: (columns) =>
    count(columns, { one: 'столбец', few: 'столбца', many: 'столбцов', other: 'столбца' }),
  train: 'Обучить',
  trainLabel: (name) => `Обучить модель на ${name}`,
  actionsLabel: (name) => `Ещё для ${name}`,
  open: 'Открыть',
  download: 'Скачать CSV',
  remove: 'Удалить…',
  removeTitle: (name, version) => `Удалить ${name}, ${version}?`,
  removeText:
    'Файл, его профиль и анализы исчезнут навсегда. Запуски и модели, обученные на нём, останутся. Вернуть удалённое нельзя.',
  removeAction: 'Удалить данные',
  removed: (name) => `${name}: удалено`,
  states: {
    AWAITING_UPLOAD: 'Ждёт файла',
    READY: 'Готово',
    REJECTED: 'Отклонено',
    EXPIRED: 'Время загрузки вышло',
  },
}
