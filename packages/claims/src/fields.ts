// Fields that several kinds of entry have.
import { parseDating, parseInstant } from '@trucekeeper/time'
import { z } from 'zod'

export const instant = z.string().refine((text) => parseInstant(text) !== null, {
  error: 'is no time with an offset: write 2016-09-16T18:00+03:00',
})

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'is no SHA-256 in lower-case hex' })

export const day = z.string().refine((text) => parseDating(text)?.precision === 'day', {
  error: 'is no day: write 2016-09-16',
})
