import type { Messages } from '../en'

export const artifacts: Messages['artifacts'] = {
  title: 'Модели',
}
