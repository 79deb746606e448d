import type { Messages } from '../en'
import { counter } from '../plural'

const count = counter('ru')
const CELLS = { one: 'ячейка', few: 'ячейки', many: 'ячеек', other: 'ячейки' }

export const predict: Messages['predict'] = {
  title: 'Предсказание',
  titleOf: (target) => `Предсказать ${target}`,
  lead: (family, dataset, version) => `${family}, обучение на ${dataset}, ${version}.`,
  where: 'Где работает модель',
  onServer: 'На сервере',
  inTab: 'В этой вкладке',
  load: 'Загрузить модель во вкладку',
  loadHint: (size) =>
    `Загрузит модель (${size}) и один раз среду выполнения (около 4 МБ). После этого введённые значения никуда не отправляются.`,
  fetching: 'Загружаем модель…',
  startingRuntime: 'Запускаем среду…',
  private: 'Модель работает здесь. Ваши данные не покидают эту вкладку.',
  tabFailed: 'Запустить модель во вкладке не удалось.',
  views: 'Для чего предсказать',
  oneRow: 'Одна строка',
  aFile: 'Файл',
  values: 'Значения',
  missing: 'пропуск',
  range: (min, max) => `обучение на ${min}–${max}`,
  dateHint: 'например, 2024-05-31',
  noInputs: 'Эта модель не смотрит на столбцы: её ответ всегда один.',
  ask: 'Предсказать',
  compare: 'Сравнить с сервером (отправит эту строку)',
  answer: 'Ответ',
  noAnswer: 'Введите значения и спросите.',
  notLoaded: 'Сначала загрузите модель во вкладку.',
  predicted: (target) => `предсказание ${target}`,
  probabilities: 'Вероятность каждого класса',
  moreClasses: (classes) =>
    `и ещё ${count(classes, {
      one: 'менее вероятный класс',
      few: 'менее вероятных класса',
      many: 'менее вероятных классов',
      other: 'менее вероятного класса',
    })}`,
  why: (answer) => `Почему ${answer}`,
  whyHow: (unit, base, output) =>
    `Насколько каждый столбец сдвигает ${unit}. В среднем это ${base}, для этой строки ${output}: всё ниже в сумме даёт разницу.`,
  units: {
    value: 'ответ',
    probability: 'вероятность этого класса',
    log_odds: 'логарифм шансов этого класса',
    score: 'оценку этого класса',
  },
  column: 'Столбец',
  contribution: 'Вклад',
  otherColumns: (columns) =>
    `ещё ${count(columns, { one: 'столбец', few: 'столбца', many: 'столбцов', other: 'столбца' })}`,
  noNumber: (value) => `«${value}» — не число.`,
  noDate: (value) => `«${value}» — не дата вида 2024-05-31.`,
  equal: 'Совпадает с ответом сервера',
  different: 'Не совпадает с ответом сервера',
  difference: (difference) => `Наибольшее расхождение: ${difference}`,
  file: 'CSV со строками',
  fileHint:
    'Строка заголовков и по строке на вопрос. Порядок столбцов любой; незнакомые модели столбцы останутся как есть.',
  fileInput: 'CSV со строками для предсказания',
  chooseFile: 'Выбрать CSV',
  chooseOther: 'Выбрать другой',
  ragged: (row, cells, expected) =>
    `В строке ${row} под заголовком ${count(cells, CELLS)}, а в заголовке — ${expected}.`,
  missingColumns: (columns) => `В файле нет столбцов: ${columns}. Эти значения считаются пропусками.`,
  scoreAll: (rows) =>
    `Предсказать для ${count(rows, { one: 'строки', few: 'строк', many: 'строк', other: 'строки' })}`,
  scoring: 'Предсказываем',
  badCells: (cells) => `Не годится: ${count(cells, CELLS)}.`,
  badCell: (row, column) => `строка ${row}, ${column}:`,
  download: 'Скачать CSV',
  formulas: 'Перед текстом, который таблица приняла бы за формулу, стоит апостроф.',
  scoredLabel: (name) => `Предсказания для ${name}`,
  aDataset: 'Набор данных',
  datasetTitle: 'Ваши данные',
  datasetHint:
    'Работает как задание: каждая строка получает предсказание, итог — CSV. Он удаляется вместе с данными.',
  chooseDataset: 'Данные',
  startDataset: 'Предсказать для всех строк',
  results: 'Предсказания этой моделью',
  progressOf: (dataset) => `Предсказываем для ${dataset}`,
  absent: (columns) => `В данных нет столбцов: ${columns}. Эти значения считались пропусками.`,
  downloadOf: (dataset) => `Скачать предсказания для ${dataset}`,
}
