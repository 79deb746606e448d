import type { FailureCode } from '@/api/apiError'
import { counter } from '../plural'

const count = counter('en')

export const errors = {
  notFound: {
    title: 'There is nothing here',
    lead: 'The address may be mistyped, or what was here has been deleted.',
    home: 'Go to the start',
    overview: 'Go to the overview',
  },
  troubles: {
    offline: {
      title: 'You are offline',
      lead: 'This page has not been kept for times without a network. It loads by itself once you are online again.',
    },
    unreachable: {
      title: 'Stint cannot be reached',
      lead: 'No answer came. Check the connection and try again; your data is safe where it is.',
    },
    throttled: {
      title: 'Too many requests',
      lead: 'Stint takes only so many at a time. Your data is safe; wait a moment and try again.',
    },
    server: {
      title: 'Stint has a problem',
      lead: 'The fault is not yours, and your data is safe. Try again in a minute.',
    },
    crash: {
      title: 'The page stopped working',
      lead: 'Your data is safe. Load the page again; if it happens again, tell us what you did and the line below.',
    },
  },
  retryIn: (seconds: number) => `Try again in ${count(seconds, { one: 'second', other: 'seconds' })}.`,
  requestId: (id: string) => `Request ${id}`,
  failures: {
    'malformed-request': 'The request cannot be read.',
    'not-signed-in': 'You are not signed in.',
    'invalid-credentials': 'E-mail or password is wrong.',
    'cross-site': 'The request was refused because it seemed to come from another site. Load the page again.',
    'insufficient-scope': 'This is not permitted.',
    'quota-exceeded': 'A limit of your account is reached.',
    'not-found': 'There is no such thing any more.',
    'method-not-allowed': 'This is not offered.',
    'email-taken': 'This e-mail has an account already.',
    'upload-missing': 'The file has not arrived.',
    'upload-expired': 'The upload took too long.',
    'dataset-not-ready': 'The dataset is not ready.',
    'job-finished': 'The job is over already.',
    'request-in-progress': 'The same request is still in progress.',
    'too-large': 'The file is too large.',
    'unsupported-media-type': 'This kind of file is not supported.',
    'invalid-input': 'A value is not acceptable.',
    'weak-password': 'The password is too weak.',
    'invalid-csv': 'The file is not a usable CSV.',
    'upload-mismatch': 'What arrived is not the file that was announced.',
    'idempotency-key-reused': 'The request was sent twice with different content.',
    throttled: 'Too many attempts.',
    internal: 'Something went wrong on our side.',
    unavailable: 'A service does not answer right now.',
    unreachable: 'Stint cannot be reached. Check the connection.',
    unreadable: 'The answer could not be read.',
  } satisfies Record<FailureCode, string> as Record<FailureCode, string>,
}
