// The form of a refusal (RFC 9457), and of the list of all of them.
import { z } from 'zod'
import { PROBLEMS, type Problem, type ProblemCode } from '../problems.ts'

const code = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]).meta({ id: 'ProblemCode' })

export const problemAnswer: z.ZodType<Problem> = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code,
    detail: z.string(),
    help: z.string(),
    instance: z.string(),
  })
  .meta({ id: 'Problem', description: 'what was wrong with a request, and what to do' })

export const problemsAnswer = z
  .record(code, z.string())
  .meta({ id: 'Problems', description: 'the title of each problem, by its code' })
