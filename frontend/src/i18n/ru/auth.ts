import type { Messages } from '../en'

export const auth: Messages['auth'] = {
  signIn: 'Войти',
  signUp: 'Создать учётную запись',
  signOut: 'Выйти',
  signOutFailed: 'Выйти не удалось.',
  email: 'Эл. почта',
  password: 'Пароль',
  fullName: 'Имя и фамилия',
  passwordHint: 'Не меньше 8 символов. Хорошо подойдёт короткая фраза.',
  noAccount: 'Ещё нет учётной записи?',
  haveAccount: 'Уже есть учётная запись?',
  emailMissing: 'Введите адрес почты, например ada@example.org.',
  passwordMissing: 'Введите пароль.',
  passwordShort: 'В пароле должно быть не меньше 8 символов.',
  nameMissing: 'Введите имя.',
  sessionEnded: 'Войдите, чтобы продолжить. Вы вернётесь туда, где были.',
}
