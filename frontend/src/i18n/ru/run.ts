import type { Messages } from '../en'

export const run: Messages['run'] = {
  title: 'Запуск обучения',
}
