import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import { keys } from '@/api/keys'

/** Whether the platform works, and which version it is. */
export function useHealth() {
  return useQuery({
    queryKey: keys.health,
    queryFn: ({ signal }) => answerOf(api.GET('/api/health', { signal })),
  })
}
