import type { Messages } from '../en'

export const dataset: Messages['dataset'] = {
  title: 'Набор данных',
}
