import type { Messages } from '../en'

export const settings: Messages['settings'] = {
  title: 'Настройки',
  theme: 'Тема',
  system: 'Системная',
  light: 'Светлая',
  dark: 'Тёмная',
  language: 'Язык',
}
