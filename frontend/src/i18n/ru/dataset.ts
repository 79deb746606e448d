import type { Messages } from '../en'
import { counter } from '../plural'

const count = counter('ru')
const ROWS = { one: 'строка', few: 'строки', many: 'строк', other: 'строки' }
const OF_ROWS = { one: 'строки', few: 'строк', many: 'строк', other: 'строки' }
const ON_ROWS = { one: 'строку', few: 'строки', many: 'строк', other: 'строки' }

export const dataset: Messages['dataset'] = {
  title: 'Данные',
  train: 'Обучить модель',
  views: 'Что в данных',
  table: 'Таблица',
  profile: 'Столбцы',
  analysis: 'Анализ',
  versions: 'Версии',
  rows: 'Строки',
  columns: 'Столбцы',
  size: 'Размер',
  emptyCells: 'Пустые ячейки',
  duplicates: 'Повторы строк',
  suggestion: 'Предлагаемая цель',
  tasks: { classification: 'классификация', regression: 'регрессия' },
  warnings: (warnings) =>
    `Стоит знать: ${count(warnings, { one: 'замечание', few: 'замечания', many: 'замечаний', other: 'замечания' })}`,
  firstRows: (shown, all) => `Первые ${shown} из ${count(all, OF_ROWS)}.`,
  showRows: (rows) => `Показать ${count(rows, ON_ROWS)}`,
  showAllRows: 'Показать все строки',
  allRows: (rows) => `Все строки: ${count(rows, ROWS)}.`,
  earlierColumns: 'Предыдущие столбцы',
  laterColumns: 'Следующие столбцы',
  someColumns: (first, last, all) => `столбцы ${first}–${last} из ${all}`,
  sampleLabel: (name) => `Первые строки ${name}`,
  columnsLabel: 'Столбцы данных',
  missingCell: 'пропуск',
  name: 'Название',
  target: 'предлагаемая цель',
  kind: 'Вид',
  distribution: 'Распределение',
  missing: 'Пропуски',
  unique: 'Разных',
  min: 'Мин',
  p25: '25 %',
  median: 'Медиана',
  mean: 'Среднее',
  p75: '75 %',
  max: 'Макс',
  std: 'Ст. откл.',
  kinds: {
    numeric: 'числа',
    categorical: 'категории',
    boolean: 'да или нет',
    datetime: 'даты',
    text: 'текст',
    id: 'идентификатор',
  },
  histogramLabel: (column, min, max) => `Гистограмма ${column} от ${min} до ${max}`,
  sharesLabel: (column, shares) => `Чаще всего в ${column}: ${shares}`,
  notReady: 'Загрузите файл снова под тем же именем: его место займёт следующая версия.',
  oneVersion: 'Это единственная версия. Загрузите файл под тем же именем, чтобы появилась следующая.',
  sameContent: 'То же содержимое, байт в байт.',
  comparedWith: 'Сравнить с',
  openVersion: (version) => `Открыть версию ${version}`,
  difference: {
    title: (before, after) => `От версии ${before} к версии ${after}`,
    asBefore: 'без изменений',
    was: (before, shift) => `${shift}, было ${before}`,
    columns: (added, removed, retyped) =>
      [added && `новых: ${added}`, removed && `исчезло: ${removed}`, retyped && `другого вида: ${retyped}`]
        .filter(Boolean)
        .join(', ') || 'те же самые',
    noneChanged: 'Каждый столбец того же вида, и пропусков в нём столько же.',
    changed: (changed, all) => `Изменились столбцы: ${changed} из ${all}.`,
    showAll: 'Показать и столбцы без изменений',
    table: 'Что стало со столбцами',
    change: 'Изменение',
    changes: {
      removed: 'Исчез',
      added: 'Новый',
      retyped: 'Другой вид',
      missing: 'Другие пропуски',
      same: 'Без изменений',
    },
    shift: 'Сдвиг',
  },
  added: (columns) => `Новые столбцы: ${columns}`,
  removed: (columns) => `Здесь нет столбцов: ${columns}`,
  changed: (column, before, after) => `${column}: там ${before}, здесь ${after}`,
}
