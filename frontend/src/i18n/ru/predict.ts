import type { Messages } from '../en'

export const predict: Messages['predict'] = {
  title: 'Предсказание',
}
