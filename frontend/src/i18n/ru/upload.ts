import type { Messages } from '../en'

export const upload: Messages['upload'] = {
  preparing: 'Подготовка загрузки…',
  sending: 'Загрузка',
  checking: 'Проверка файла…',
  progressLabel: (file) => `Загрузка ${file}`,
  progress: (sent, total) => `${sent} из ${total}`,
  done: (file) => `Файл ${file} готов.`,
  failed: (file) => `Файл ${file} не принят.`,
  cancelled: 'Загрузка отменена.',
  cancel: 'Отменить',
  storageUnreachable: 'Хранилище недоступно. Проверьте соединение и повторите.',
  storageRefused: (status) =>
    `Хранилище не приняло файл (код ${status}). Повторите, не меняя файл во время загрузки.`,
  unreadableFile: 'Файл не удалось прочитать. Возможно, он перемещён или изменён; выберите его снова.',
}
