// The page itself: everything that needs the words, which must be there before it is loaded.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Refusal } from './api.ts'
import { followRecord } from './live.ts'
import { router } from './router.tsx'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal with a code stays one however often it is asked for; a lost connection may come back.
      retry: (failures, error) => failures < 2 && error instanceof Refusal && error.code === null,
      retryDelay: 500,
      staleTime: 15_000,
    },
  },
})

export function show(root: HTMLElement): void {
  followRecord(client, new AbortController().signal)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
