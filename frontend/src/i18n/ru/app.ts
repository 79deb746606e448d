import type { Messages } from '../en'

export const app: Messages['app'] = {
  name: 'Stint',
  skipToContent: 'К содержанию',
  mainNavigation: 'Основное',
  datasets: 'Данные',
  training: 'Обучение',
  apiDocs: 'API',
  loading: 'Загрузка…',
  loadMore: 'Показать ещё',
  tryAgain: 'Повторить',
}
