// Lines that fit.

/** Breaks text at spaces so that no line is longer than `width`, words longer than that excepted. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line)
        line = word
      } else {
        line = line === '' ? word : `${line} ${word}`
      }
    }
    lines.push(line)
  }
  return lines
}

/** The same with an indentation; `first` stands before the first line only. */
export function indented(text: string, width: number, indent: string, first = indent): string {
  return wrapped(text, Math.max(20, width - indent.length))
    .map((line, index) => `${index === 0 ? first : indent}${line}`)
    .join('\n')
}

/** Lines of one paragraph brought together, for they are broken to another width; lists and tables stay as they are. */
export function unbroken(prose: string): string {
  return prose.replaceAll(/(?<!\n)\n(?!\n|\s*([-*+>|#]|\d+[.)]\s))/g, ' ')
}
