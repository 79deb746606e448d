import type { Messages } from '../en'
import { counter } from '../plural'

const count = counter('ru')
const ROWS = { one: 'строка', few: 'строки', many: 'строк', other: 'строки' }
const OF_COLUMNS = { one: 'столбца', few: 'столбцов', many: 'столбцов', other: 'столбца' }

export const analysis: Messages['analysis'] = {
  title: 'Анализ',
  lead: 'Как связаны столбцы, что говорит о цели, какие столбцы её выдают и что сдвинулось с другой версии.',
  target: 'Цель',
  noTarget: 'Без цели',
  compareWith: 'Сравнить с',
  compareWithNothing: 'Ни с чем',
  start: 'Анализировать',
  shown: 'Показанный анализ',
  named: (target, other) =>
    [target ? `Цель ${target}` : 'Без цели', ...(other ? [`в сравнении с ${other}`] : [])].join(', '),
  progress: (dataset) => `Анализ ${dataset}`,
  cancel: (dataset) => `Отменить анализ ${dataset}`,
  warnings: 'Стоит знать',
  column: 'Столбец',
  measure: 'Мера',
  targetTitle: (target) => `Что говорит о ${target}`,
  targetMeasures: { value: 'Сила связи', information: 'Информация' },
  targetHints: {
    value:
      'От 0, связи нет, до 1, одно следует из другого: корреляция для чисел, со знаком; V Крамера для категорий; корреляционное отношение для чисел с категориями.',
    information: 'Какую долю неизвестного о цели снимает столбец, какой бы ни была форма связи.',
  },
  strongest: (shown, all) => `${shown} сильнейших из ${count(all, OF_COLUMNS)}.`,
  omitted: {
    constant: 'Не измерены: одно значение или ни одного:',
    identifier: 'Не измерены: называют строки:',
    'free-text': 'Не измерены: свободный текст:',
    'too-many-columns': 'Не измерены: другие столбцы важнее:',
  },
  correlations: 'Как связаны столбцы',
  correlationsHint:
    'Чем темнее, тем сильнее. Корреляция для двух столбцов чисел, со знаком; V Крамера для категорий; корреляционное отношение для чисел с категориями.',
  tooFewColumns: 'Столбцов, которые можно сравнить друг с другом, меньше двух.',
  allColumns: (all) => `Показать все столбцы (${all})`,
  fewColumns: 'Показать меньше столбцов',
  duplicates: 'Повторы строк',
  noDuplicates: 'Ни одна строка не повторяет более раннюю.',
  duplicateRows: (rows) => `Повторяют более раннюю: ${count(rows, ROWS)}.`,
  duplicateRow: (row, first) => `строка ${row} повторяет строку ${first}`,
  more: (more) => `и ещё ${more}`,
  drift: (other) => `Что сдвинулось по сравнению с ${other}`,
  driftHint:
    'PSI, индекс стабильности популяции, говорит, насколько столбец сдвинулся: ниже 0,1 он стабилен, от 0,25 сдвинут сильно. Когда строк мало, его двигает и случай; это не считается. Расстояние от 0 до 1: Колмогорова — Смирнова для чисел, полной вариации для слов.',
  driftSummary: (shifted, all) =>
    shifted === 0
      ? `Ничего не сдвинулось: 0 из ${count(all, OF_COLUMNS)}.`
      : `Сдвинулось ${shifted} из ${count(all, OF_COLUMNS)}.`,
  driftLabel: 'Столбцы по величине сдвига',
  level: 'Вывод',
  levels: { stable: 'Стабилен', shifted: 'Сдвинут', much_shifted: 'Сильно сдвинут' },
  psi: 'PSI',
  distance: 'Расстояние',
  before: 'Середина раньше',
  after: 'Середина сейчас',
  missing: 'Пропуски',
  newValues: 'Новые значения',
}
