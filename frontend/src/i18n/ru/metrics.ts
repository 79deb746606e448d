import type { Messages } from '../en'

export const metrics: Messages['metrics'] = {
  title: 'Показатели',
}
