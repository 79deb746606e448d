import type { Messages } from '../en'
import { counter } from '../plural'

const count = counter('ru')

export const errors: Messages['errors'] = {
  notFound: {
    title: 'Здесь ничего нет',
    lead: 'Возможно, адрес набран с ошибкой или страница удалена.',
    home: 'На главную',
  },
  crash: {
    title: 'Страница перестала работать',
    lead: 'Данные в порядке. Загрузите страницу снова; если это повторится, сообщите, что вы делали.',
    reload: 'Загрузить снова',
  },
  retryIn: (seconds) =>
    `Повторите через ${count(seconds, { one: 'секунду', few: 'секунды', many: 'секунд', other: 'секунды' })}.`,
  requestId: (id) => `Запрос ${id}`,
  failures: {
    'malformed-request': 'Запрос не удалось прочитать.',
    'not-signed-in': 'Вы не вошли.',
    'invalid-credentials': 'Неверная почта или пароль.',
    'cross-site': 'Запрос отклонён: похоже, он пришёл с другого сайта. Загрузите страницу снова.',
    'insufficient-scope': 'Это не разрешено.',
    'quota-exceeded': 'Достигнут предел вашей учётной записи.',
    'not-found': 'Этого больше нет.',
    'method-not-allowed': 'Это не предусмотрено.',
    'email-taken': 'На эту почту уже есть учётная запись.',
    'upload-missing': 'Файл не пришёл.',
    'upload-expired': 'Загрузка заняла слишком много времени.',
    'dataset-not-ready': 'Данные не готовы.',
    'job-finished': 'Задание уже завершено.',
    'request-in-progress': 'Такой же запрос ещё выполняется.',
    'too-large': 'Файл слишком большой.',
    'unsupported-media-type': 'Файлы этого вида не поддерживаются.',
    'invalid-input': 'Значение не подходит.',
    'weak-password': 'Пароль слишком слабый.',
    'invalid-csv': 'Файл не годится как CSV.',
    'upload-mismatch': 'Пришёл не тот файл, который был объявлен.',
    'idempotency-key-reused': 'Запрос отправлен дважды с разным содержимым.',
    throttled: 'Слишком много попыток.',
    internal: 'Что-то сломалось на нашей стороне.',
    unavailable: 'Служба сейчас не отвечает.',
    unreachable: 'Нет связи со Stint. Проверьте соединение.',
    unreadable: 'Ответ не удалось прочитать.',
  },
}
