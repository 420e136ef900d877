// Writes the words of scenarios down from the forms they are held against.
import { z } from 'zod'
import { given, when } from './given.ts'
import { KINDS } from './kinds/index.ts'

/** The page of the manual that is made. */
export function referenceOfScenarios(): string {
  return `${[
    '# The words of scenarios',
    '',
    'Made by `node scripts/scenario-reference.ts`; how scenarios are written is in [scenarios.md](scenarios.md).',
    '',
    '## given',

    ...fieldsOf(given.unwrap()),
    '',
    '## when',
    ...fieldsOf(when),
    '',
    ...KINDS.flatMap(({ name, asks, schema }) => [`## ${name}`, asks, ...fieldsOf(schema), '']),
  ]
    .join('\n')
    .trimEnd()}\n`
}

function fieldsOf(schema: z.ZodObject): string[] {
  const fields = Object.entries(schema.shape).map(([field, form]) => ({
    field,
    about: [description(form as z.ZodType), values(form as z.ZodType)].filter((part) => part !== '').join(': '),
  }))
  const plain = fields.filter(({ about }) => about === '').map(({ field }) => `\`${field}\``)
  return [
    ...fields.filter(({ about }) => about !== '').map(({ field, about }) => `- \`${field}\` – ${about}`),
    ...(plain.length > 0 ? [`- ${plain.join(', ')}`] : []),
  ]
}

function description(form: z.ZodType): string {
  const own = form.description ?? ''
  if (own !== '') return own
  return form instanceof z.ZodOptional || form instanceof z.ZodNullable || form instanceof z.ZodDefault
    ? description(form.unwrap() as z.ZodType)
    : ''
}

/** The words that fit; of long lists none, for those stand elsewhere. */
function values(form: z.ZodType): string {
  if (form instanceof z.ZodOptional || form instanceof z.ZodNullable || form instanceof z.ZodDefault)
    return values(form.unwrap() as z.ZodType)
  if (!(form instanceof z.ZodEnum)) return ''
  const all = form.options.map((value) => `\`${String(value)}\``)
  return all.length > MOST ? '' : all.join(', ')
}

const MOST = 12
