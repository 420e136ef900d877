// A stretch of the document, half-open, in UTF-16 units of the text as given.

export interface Span {
  readonly start: number
  readonly end: number
}

export function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end
}

/** The span without the characters that `loose` matches at its two ends. */
export function trimmed(text: string, { start, end }: Span, loose: RegExp): Span {
  let [from, to] = [start, end]
  while (from < to && loose.test(text[from]!)) from++
  while (to > from && loose.test(text[to - 1]!)) to--
  return { start: from, end: to }
}
