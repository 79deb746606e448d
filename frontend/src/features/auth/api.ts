import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import { keys } from '@/api/keys'
import { forgetSession, rememberSignIn } from './session'

export interface Credentials {
  email: string
  password: string
}

/** Starts a session. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Credentials) => answerOf(api.POST('/api/auth/sign-in', { body })),
    onSuccess: async () => {
      rememberSignIn()
      await client.resetQueries({ queryKey: keys.me })
    },
  })
}

/** Makes an account and starts a session in it. */
export function useSignUp() {
  const signIn = useSignIn()
  return useMutation({
    mutationFn: async (body: Credentials & { full_name: string }) => {
      await answerOf(api.POST('/api/auth/sign-up', { body }))
      return signIn.mutateAsync({ email: body.email, password: body.password })
    },
  })
}

/** Ends the session, here and on the server. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/auth/logout')),
    onSuccess: () => forgetSession(client),
  })
}
