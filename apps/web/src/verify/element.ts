// Elements made of text and other elements, never of markup: what is in a file cannot become part of the page.

type Child = Node | string | null

export interface Attributes {
  readonly [name: string]: string | boolean
}

/** What is English in every language of the page. */
export function english(...children: readonly Child[]): HTMLElement {
  return element('span', { class: 'english', lang: 'en', dir: 'ltr' }, ...children)
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children.filter((child) => child !== null))
  return made
}
