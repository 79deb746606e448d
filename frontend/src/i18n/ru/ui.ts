import type { Messages } from '../en'

export const ui: Messages['ui'] = {
  close: 'Закрыть',
  cancel: 'Отмена',
  undo: 'Вернуть',
  copied: 'Скопировано',
  typeToConfirm: (text) => `Для подтверждения введите «${text}»`,
}
