import type { Messages } from '../en'
import { counter } from '../plural'

const count = counter('ru')
const trainings = (number: number) =>
  count(number, { one: 'обучение', few: 'обучения', many: 'обучений', other: 'обучения' })

export const runsTable: Messages['runsTable'] = {
  lead: 'Все обучения, новые сверху. Полоска показывает оценку рядом с базовым уровнем: его даёт ответ «самый частый класс» или среднее.',
  label: 'Обучения',
  newTraining: 'Новое обучение',
  emptyTitle: 'Обучений пока нет',
  emptyLead:
    'Обучение берёт ваши данные, пробует модели на одной их части и измеряет на строках, которых они не видели. Это занимает секунды, и каждое остаётся здесь: его можно найти, сравнить и закрепить.',
  emptyAction: 'Обучить первую модель',
  target: 'Цель',
  status: 'Состояние',
  spark: 'К базовому',
  scorePinned: 'К закреплённому',
  created: 'Создано',
  task: 'Задача',
  version: 'Версия',
  mode: 'Режим',
  versionShort: (version) => `в. ${version}`,
  tasks: { classification: 'Классификация', regression: 'Регрессия' },
  modes: { light: 'Лёгкий', heavy: 'Полный' },
  states: { done: 'Готово', light: 'Только лёгкое', failed: 'Ошибка', cancelled: 'Отменено' },
  againstPinned: {
    better: (by) => `на ${by} лучше закреплённого`,
    worse: (by) => `на ${by} хуже закреплённого`,
    same: 'не лучше закреплённого',
  },
  pin: (name) => `Закрепить для сравнения: ${name}`,
  unpin: (name) => `Открепить: ${name}`,
  select: (name, moment) => `Выбрать: ${name}, ${moment}`,
  selectAll: 'Выбрать все показанные',
  selected: (number) => `Выбрано: ${trainings(number)}`,
  compare: 'Сравнить',
  compareLess: 'Для сравнения выберите хотя бы два обучения.',
  compareMore: (most) => `Сравнить можно не больше ${most} обучений: выберите меньше.`,
  clearSelection: 'Снять выбор',
  reading: (number) => `Загрузка: пока ${trainings(number)}`,
  shown: (shown, all) =>
    shown === all
      ? trainings(all)
      : `${new Intl.NumberFormat('ru').format(shown)} из ${new Intl.NumberFormat('ru').format(all)}`,
  shownOfNewest: (shown, all) =>
    shown === all
      ? `Только новейшие (${trainings(all)}): более старые прочитать не удалось.`
      : `${new Intl.NumberFormat('ru').format(shown)} из новейших ${new Intl.NumberFormat('ru').format(all)}: более старые прочитать не удалось.`,
  noMatch: 'Под фильтр ничего не подходит.',
  clearFilter: 'Очистить фильтр',
  sortBy: 'Сортировать',
  descending: 'Сначала большие',
  ascending: 'Сначала малые',
  columns: 'Столбцы',
  columnGroups: { standard: 'Столбцы', scores: 'Оценки', parameters: 'Параметры' },
  usualColumns: 'Вернуть обычные',
  views: 'Сохранённые виды',
  saveView: 'Сохранить вид',
  saveViewLead: 'Фильтр, порядок, столбцы и закреплённое обучение запоминаются в этом браузере под именем.',
  viewName: 'Имя',
  viewNameMissing: 'Дайте виду имя.',
  save: 'Сохранить',
  removeView: (name) => `Удалить вид «${name}»`,
  viewRemoved: (name) => `Вид «${name}» удалён.`,
  filter: {
    label: 'Фильтр',
    placeholder: 'Фильтр: model:ridge acc>0.9 cost<0.001',
    hints: {
      model: 'часть названия модели',
      dataset: 'часть имени данных',
      target: 'предсказываемый столбец',
      status: 'done, light, failed или cancelled',
      task: 'classification или regression',
      id: 'часть идентификатора',
      score: 'главная оценка обучения',
      gain: 'насколько лучше базового уровня',
      low: 'нижний край интервала',
      high: 'верхний край интервала',
      cost: 'доллары',
      duration: 'например 2s или 3min',
      version: 'версия данных',
      created: 'год, месяц или день, например 2026-11-20',
      age: 'например 2h, 7d или 2w',
    },
    parameter: 'параметр',
    metric: (name) => name,
    problems: {
      unknownKey: (key, nearest) =>
        nearest ? `Ключа «${key}» нет. Может быть, «${nearest}»?` : `Ключа «${key}» нет.`,
      noValue: (key, operator) => `После «${key}${operator}» нужно значение.`,
      noNumber: (key, value) => `«${key}» — число, а «${value}» — нет: например, ${key}>0.9.`,
      noDuration: (key, value) =>
        `«${key}» — длительность, а «${value}» — нет: например, ${key}<2s, 3min, 1h или 7d.`,
      noDate: (key, value) =>
        `«${key}» — дата, а «${value}» — нет: например, ${key}>=2026-11 или ${key}:2026-11-20.`,
      noOrder: (key, operator) =>
        `«${key}» — текст, «${operator}» к нему не подходит: пишите ${key}:… или ${key}=….`,
      openQuote: (value) => `Кавычка перед «${value}» не закрыта.`,
    },
  },
}
