import type { Messages } from '../en'

export const info: Messages['info'] = {
  title: 'О Stint',
}
