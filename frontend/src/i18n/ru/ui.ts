import type { Messages } from '../en'

export const ui: Messages['ui'] = {
  close: 'Закрыть',
  cancel: 'Отмена',
  undo: 'Вернуть',
  news: 'Уведомления',
  copied: 'Скопировано',
  typeToConfirm: (text) => `Для подтверждения введите «${text}»`,
}
