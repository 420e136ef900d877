// The OpenAPI document as a page: plain HTML without a script, under the same policy as every other answer.
import type { Described, OpenApi, Parameter } from './openapi.ts'

export function docsPage({ info, paths, components }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const byNoun = Map.groupBy(operations, ({ operation }) => operation.tags[0]!)
  const nouns = [...byNoun].map(([noun, routes]) => {
    const shown = routes.map(({ path, method, operation }) => route(path, method, operation)).join('')
    return `<section aria-labelledby="noun-${noun}"><h2 id="noun-${noun}">${escaped(noun)}</h2>${shown}</section>`
  })
  const forms = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details id="form-${name}"><summary>${name}${described(schema)}</summary>${form(schema)}</details>`,
  )
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>The API of ${escaped(info.title)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/api/docs.css"></head>
<body><header><h1>The API of ${escaped(info.title)}</h1><p>${escaped(info.description)}</p>
<p>The same for machines: <a href="/api/openapi.json">openapi.json</a>. All <a href="/api/problems">problems</a>.</p></header>
<nav aria-label="Nouns"><ul>${[...byNoun.keys()].map((noun) => `<li><a href="#noun-${noun}">${escaped(noun)}</a></li>`).join('')}<li><a href="#forms">forms</a></li></ul></nav>
<main>${nouns.join('\n')}
<section aria-labelledby="forms"><h2 id="forms">Forms</h2>${forms.join('\n')}</section></main></body></html>
`
}

function route(path: string, method: string, { summary, parameters, requestBody, responses }: Described): string {
  const answers = Object.entries(responses).map(
    ([status, { description, content = {} }]) =>
      `<tr><th scope="row">${status}</th><td>${escaped(description)}</td><td>${contents(content)}</td></tr>`,
  )
  return `<article><h3><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>
<p>${escaped(summary)}</p>${parameterTable(parameters)}${requestBody ? `<p>Takes ${contents(requestBody.content)}</p>` : ''}
<div class="wide"><table><caption>Answers</caption><thead><tr><th scope="col">status</th><th scope="col">says</th><th scope="col">form</th></tr></thead><tbody>${answers.join('')}</tbody></table></div></article>`
}

function parameterTable(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(
    ({ name, in: where, required, description = '' }) =>
      `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${where}${required ? '' : ', may be left out'}</td><td>${escaped(description)}</td></tr>`,
  )
  return `<div class="wide"><table><caption>Asks for</caption><thead><tr><th scope="col">name</th><th scope="col">where</th><th scope="col">what</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

function contents(content: Record<string, unknown>): string {
  return Object.entries(content)
    .map(([type, media]) => {
      const { schema } = media as { schema: { $ref?: string } }
      const name = schema.$ref?.split('/').at(-1)
      return `<code>${escaped(type)}</code>${name === undefined ? '' : `: <a href="#form-${name}">${name}</a>`}`
    })
    .join(', ')
}

function described(schema: unknown): string {
  const { description } = schema as { description?: string }
  return description === undefined ? '' : `: ${escaped(description)}`
}

/** As JSON Schema, with each name of another form a link to it. */
function form(schema: unknown): string {
  const linked = escaped(JSON.stringify(schema, null, 2)).replaceAll(
    /&quot;#\/components\/schemas\/(\w+)&quot;/g,
    '<a href="#form-$1">$1</a>',
  )
  return `<pre>${linked}</pre>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export const docsCss = `:root { color-scheme: light dark; --line: light-dark(#d5d5d0, #44443f); --soft: light-dark(#f5f5f1, #23231f) }
body { font: 1rem/1.5 system-ui, sans-serif; max-inline-size: 62rem; margin: 2rem auto; padding-inline: 1rem;
  background: light-dark(#fff, #171714); color: light-dark(#1c1c19, #eeeee8) }
a { color: light-dark(#1b4f8a, #9cc4f2) }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0 }
article { border-block-start: 1px solid var(--line); padding-block: .5rem 1rem }
h3 { font-size: 1.1rem; overflow-wrap: anywhere }
.method { font-size: .8em; border: 1px solid currentColor; border-radius: .25rem; padding: .1em .4em }
.wide { overflow-x: auto }
table { border-collapse: collapse; inline-size: 100%; margin-block: .5rem; font-size: .925rem }
caption { text-align: start; font-weight: 600 }
th, td { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; border-block-end: 1px solid var(--line); font-weight: 400 }
thead th { font-weight: 600 }
details { border-block-end: 1px solid var(--line); padding-block: .35rem }
summary { cursor: pointer }
pre { background: var(--soft); padding: .75rem; overflow-x: auto; font-size: .85rem; border-radius: .25rem }
@media print { pre, .wide { overflow: visible; white-space: pre-wrap } }
`
