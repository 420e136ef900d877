// Puts the page into the document.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Refusal } from './api.ts'
import { router } from './router.tsx'
import './styles/index.css'
import { words } from './words.ts'

document.documentElement.lang = words.lang
document.documentElement.dir = words.dir

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

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
