import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import { keys } from '@/api/keys'
import type { components } from '@/api/schema'

type Schemas = components['schemas']

export type User = Schemas['UserView']
export type Session = Schemas['SessionView']
export type Token = Schemas['TokenView']
export type CreatedToken = Schemas['CreatedToken']
export type Scope = Schemas['Scope']

/** As many as the API gives at once; nobody has more sessions or tokens. */
const ALL = 1000

/** Changes what one is called. */
export function useChangeName() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (full_name: string) => answerOf(api.PATCH('/api/auth/me', { body: { full_name } })),
    onSuccess: (user) => client.setQueryData(keys.me, user),
  })
}

/** Changes the password, which ends all other sessions. */
export function useChangePassword() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['ChangePassword']) => answerOf(api.POST('/api/auth/password', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.sessions }),
  })
}

/** Where one is signed in, newest first. */
export function useSessions() {
  return useQuery({
    queryKey: keys.sessions,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/auth/sessions', { params: { query: { limit: ALL } }, signal })),
  })
}

/** Signs out elsewhere. */
export function useEndSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/auth/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  })
}

/** The personal access tokens that can be used, newest first. */
export function useTokens() {
  return useQuery({
    queryKey: keys.tokens,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/auth/tokens', { params: { query: { limit: ALL } }, signal })),
  })
}

/** Makes a token; only this answer has its secret. */
export function useCreateToken() {
  const client = useQueryClient()
  return useMutation({
    // The secret is gone from memory with the dialog that shows it.
    gcTime: 0,
    mutationFn: (body: Schemas['CreateToken']) => answerOf(api.POST('/api/auth/tokens', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tokens }),
  })
}

/** Ends a token at once. */
export function useRevokeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/auth/tokens/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tokens }),
  })
}

/** Deletes the account with all that belongs to it. */
export function useDeleteAccount() {
  return useMutation({
    mutationFn: (password: string) => answerOf(api.DELETE('/api/auth/me', { body: { password } })),
  })
}
