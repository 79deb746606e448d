import type { Messages } from '../en'

export const newTraining: Messages['newTraining'] = {
  title: 'Новое обучение',
}
