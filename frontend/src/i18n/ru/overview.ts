import type { Messages } from '../en'

export const overview: Messages['overview'] = {
  title: 'Обзор',
}
