import type { Messages } from '../en'

export const palette: Messages['palette'] = {
  title: 'Палитра команд',
}
