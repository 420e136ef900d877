// Everything a request can get wrong: the integer part of a code is the HTTP status, the fraction tells which.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export const PROBLEMS = {
  '400.1': 'the time is not one',
  '400.2': 'the question has a part nobody knows',
  '400.3': 'the part of the record is not one',
  '400.4': 'one answer is wanted and the question asks for several',
  '400.5': 'the number is not one that can be asked for',
  '400.6': 'the body is not of the form it should have',
  '400.7': 'the request has no key of its own',
  '401.1': 'nobody is signed in',
  '401.2': 'the passkey or the invitation was not accepted',
  '403.1': 'this was asked from another site',
  '403.2': 'this takes another role',
  '403.3': 'this takes your passkey again',
  '403.4': 'this is in the name of somebody for whom you do not speak',
  '404.1': 'there is nothing at this address',
  '404.2': 'no answer for this clause',
  '404.3': 'the record holds no such document',
  '404.4': 'the agreement has no such account',
  '404.5': 'the page has not been built',
  '404.6': 'no row of the tables is by that source',
  '404.7': 'no released entry is at that place',
  '404.8': 'nothing of that name waits for a decision',
  '404.9': 'there is nothing here under that name',
  '404.10': 'there is no such collection',
  '404.11': 'the collection has no such feature',
  '404.12': 'the folder has no such agreement',
  '404.13': 'there is no such case',
  '404.14': 'there is no report of such a day',
  '404.15': 'the report is not to be had in this form',
  '405.1': 'the record cannot be changed from here',
  '409.1': 'this cannot be done as things stand',
  '409.2': 'it was changed since it was read',
  '409.3': 'the agreement does not allow this',
  '413.1': 'the body of the request is too large',
  '415.1': 'the body is of another kind',
  '421.1': 'this server does not answer under that name',
  '422.1': 'the record does not take this',
  '422.2': 'the key came before, with something else',
  '422.3': 'the name cannot be given',
  '429.1': 'asked too often',
  '500.1': 'the server made a mistake',
  '503.1': 'the record cannot be read',
  '503.2': 'too many are told of changes already',
  '503.3': 'the record cannot be written just now',
  '503.4': 'the protection check is not there',
  '503.5': 'the protection check could not write it down',
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** RFC 9457, with a stable `code` and a `help` that says what to do. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly help: string
  readonly instance: string
  /** Everything that is wrong, each with its place in the request. */
  readonly errors?: readonly Part[]
}

export interface Part {
  readonly code: string
  readonly path: string
  readonly message: string
  readonly help: string
  /** The clause of the agreement that does not allow it, and the headings above it; where one is concerned. */
  readonly clause?: string | null
  readonly heading?: string | null
}

/** Thrown by a handler to end a request; the app answers with it. */
export class Refused extends Error {
  readonly code: ProblemCode
  readonly help: string

  constructor(code: ProblemCode, detail: string, help: string) {
    super(detail)
    this.code = code
    this.help = help
  }
}

/** A refusal of a body in which several things may be wrong. */
export class RefusedInParts extends Refused {
  readonly errors: readonly Part[]

  constructor(code: ProblemCode, detail: string, help: string, errors: readonly Part[]) {
    super(code, detail, help)
    this.errors = errors
  }
}

export function problemResponse(c: Context, refused: Refused): Response {
  const { code, message, help } = refused
  const status = Number.parseInt(code, 10)
  const problem: Problem = {
    type: `/api/problems#${code}`,
    title: PROBLEMS[code],
    status,
    code,
    detail: message,
    help,
    instance: c.req.path,
    ...(refused instanceof RefusedInParts && { errors: refused.errors }),
  }
  return c.body(JSON.stringify(problem), status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
}

/** Words from a request as a message may repeat them: in backticks, and never at length. */
export function quoted(text: string): string {
  const shown = text.replaceAll('`', "'")
  return `\`${shown.length > 80 ? `${shown.slice(0, 79)}…` : shown}\``
}
