import type { Messages } from '../en'

export const app: Messages['app'] = {
  name: 'Stint',
  skipToContent: 'К содержанию',
  mainNavigation: 'Основное',
  apiDocs: 'API',
  places: {
    overview: 'Обзор',
    datasets: 'Данные',
    training: 'Обучение',
    compare: 'Сравнение',
    leaderboard: 'Лидеры',
    artifacts: 'Модели',
    metrics: 'Показатели',
    settings: 'Настройки',
    info: 'О проекте',
  },
  more: 'Ещё',
  preferences: 'Тема и язык',
  account: 'Учётная запись',
  narrowSidebar: 'Свернуть панель',
  widenSidebar: 'Развернуть панель',
  loading: 'Загрузка…',
  loadMore: 'Показать ещё',
  tryAgain: 'Повторить',
}
