// What a minute leaves unsaid, said as its form has it: nothing, or none.
import { minuteSchema } from '@trucekeeper/claims'

interface Field {
  safeParse(value: unknown): { readonly success: boolean }
}

/** Fields that are left out and may be null are null, and lists that may be empty are empty; everything else stays for the check. */
export function filledOut(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const form = minuteSchema.options.find(({ shape }) => shape.does.value === body.does)
  if (!form) return { ...body }
  const filled: Record<string, unknown> = { ...body }
  for (const [key, field] of Object.entries<Field>(form.shape)) {
    if (key === 'id' || key in body) continue
    if (field.safeParse(null).success) filled[key] = null
    else if (field.safeParse([]).success) filled[key] = []
  }
  return filled
}
