// The shape that an answer of `accessJson` has: keys in snake_case, instants as text.
type Snake<Key extends string> = Key extends `${infer First}${infer Rest}`
  ? `${Lowercase<First>}${Rest extends Uncapitalize<Rest> ? '' : '_'}${Snake<Rest>}`
  : Key

type InstantKey = 'at' | 'from' | 'to' | 'hour' | 'asOf' | `${string}At`

type Field<T, Key extends string> = T extends number ? (Key extends InstantKey ? string : T) : JsonOf<T>

export type JsonOf<T> = T extends readonly (infer One)[]
  ? readonly JsonOf<One>[]
  : T extends object
    ? { readonly [Key in keyof T & string as Snake<Key>]: Field<T[Key], Key> }
    : T
