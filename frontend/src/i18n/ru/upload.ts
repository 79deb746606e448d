import type { Messages } from '../en'
import { counter } from '../plural'

const count = counter('ru')
const FILES = { one: 'файл', few: 'файла', many: 'файлов', other: 'файла' }
const ROWS = { one: 'строка', few: 'строки', many: 'строк', other: 'строки' }
const COLUMNS = { one: 'столбец', few: 'столбца', many: 'столбцов', other: 'столбца' }
const CELLS = { one: 'ячейка', few: 'ячейки', many: 'ячеек', other: 'ячейки' }

export const upload: Messages['upload'] = {
  choose: 'Выбрать CSV-файлы',
  dropHere: 'или перетащите их в любое место страницы',
  hint: 'UTF-8, со строкой заголовков; разделители: запятая, точка с запятой, табуляция или вертикальная черта.',
  drop: 'Отпустите, чтобы посмотреть файлы',
  input: 'CSV-файлы',
  queue: 'Загрузки',
  sendAll: (files) => `Загрузить ${count(files, FILES)}`,
  send: 'Загрузить',
  sendLabel: (file) => `Загрузить ${file}`,
  sendAgain: 'Загрузить снова',
  sendAgainLabel: (file) => `Загрузить ${file} снова`,
  remove: (file) => `Убрать ${file} из списка`,
  reading: 'Читаем начало…',
  chosen: 'Ещё не загружен',
  waiting: 'Ждёт очереди',
  preparing: 'Подготовка…',
  sending: 'Загрузка',
  checking: 'Проверка…',
  doneState: 'Готов',
  failedState: 'Отклонён',
  cancelledState: 'Отменён',
  progressLabel: (file) => `Загрузка ${file}`,
  progress: (sent, total) => `${sent} из ${total}`,
  done: (file) => `Файл ${file} готов.`,
  failed: (file) => `Файл ${file} не принят.`,
  cancelled: (file) => `Загрузка ${file} отменена.`,
  cancel: 'Отменить',
  cancelLabel: (file) => `Отменить загрузку ${file}`,
  open: 'Открыть',
  openLabel: (file) => `Открыть ${file}`,
  rule: (rule) => `правило ${rule}`,
  line: (line) => `строка ${line}`,
  column: (column) => `столбец ${column}`,
  storageUnreachable: 'Хранилище недоступно. Проверьте соединение и повторите.',
  storageRefused: (status) =>
    `Хранилище не приняло файл (код ${status}). Повторите, не меняя файл во время загрузки.`,
  unreadableFile: 'Файл не удалось прочитать. Возможно, он перемещён или изменён; выберите его снова.',
  delimiters: {
    ',': 'разделитель — запятая',
    ';': 'разделитель — точка с запятой',
    '\t': 'разделитель — табуляция',
    '|': 'разделитель — вертикальная черта',
  },
  previewLabel: (file) => `Начало файла ${file}`,
  firstRows: (rows, columns) => `В начале ${count(rows, ROWS)}, ${count(columns, COLUMNS)}`,
  moreColumns: (columns) => `и ещё ${count(columns, COLUMNS)}`,
  probably: 'Скорее всего, файл не примут:',
  unreadablePreview: 'Начало файла здесь прочитать не удалось. Загрузить его всё равно можно.',
  problems: {
    binary: 'в нём есть байты, которых в тексте не бывает. Сохраните его как CSV в UTF-8.',
    'not-utf8': 'он не в UTF-8. Сохраните его как CSV в UTF-8.',
    empty: 'он пуст. Нужны строка заголовков и строки данных.',
    'one-column':
      'в нём один столбец. Разделяйте ячейки запятыми, точками с запятой, табуляцией или вертикальной чертой.',
    ragged: (line, cells, expected) =>
      `в строке ${line} ${count(cells, CELLS)}, а в заголовке — ${expected}.`,
    'duplicate-name': (column) =>
      `два столбца называются «${column}». У каждого столбца должно быть своё имя.`,
    'empty-name': (column) => `у столбца ${column} нет имени в заголовке.`,
    'not-csv': 'его имя не кончается на .csv.',
  },
}
