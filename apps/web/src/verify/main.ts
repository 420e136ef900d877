// The page that verifies receipts: takes files and keys, and answers at once, without asking anybody.
import type { NamedFile } from '@trucekeeper/merkle'
import { direction, keepLanguage, language, LANGUAGE_NAMES, LANGUAGES } from '../language.ts'
import '../styles/base.css'
import '../styles/languages.css'
import './verify.css'
import { element } from './element.ts'
import { answersOf, keyFile, keysIn } from './files.ts'
import { resultOf, spokenAnswer } from './result.ts'
import { words } from './words.ts'

/** More than any receipt, and little enough to be read at once. */
const MOST_BYTES = 64_000_000

let files: readonly NamedFile[] = []
let refusals: readonly string[] = []

const input = element('input', { id: 'files', type: 'file', multiple: true, 'aria-describedby': 'files-help' })
const key = element('textarea', {
  id: 'key',
  rows: '3',
  spellcheck: 'false',
  autocomplete: 'off',
  autocapitalize: 'off',
  placeholder: words.keyExample,
  'aria-describedby': 'key-help',
})
const names = element('ul', { class: 'names' })
const clear = element('button', { type: 'button' }, words.clear)
const print = element('button', { type: 'button' }, words.print)
const result = element('div', { class: 'result' })
/** Heard at every change; what was found is then read at leisure. */
const heard = element('p', { class: 'unseen', role: 'status' })

const given = element(
  'form',
  { class: 'given' },
  element(
    'div',
    { class: 'drop' },
    element('label', { for: 'files' }, words.filesLabel),
    element('p', { id: 'files-help', class: 'quiet' }, words.filesHelp),
    input,
    names,
  ),
  element(
    'div',
    {},
    element('label', { for: 'key' }, words.keyLabel),
    element('p', { id: 'key-help', class: 'quiet' }, words.keyHelp),
    key,
  ),
  element('div', { class: 'buttons' }, clear, print),
)

document.documentElement.lang = language
document.documentElement.dir = direction
document.title = words.title

const languages = element(
  'nav',
  { class: 'in-languages', 'aria-label': words.language },
  ...LANGUAGES.map((one) => {
    const link = element('a', { href: `?lang=${one}`, lang: one, hreflang: one }, LANGUAGE_NAMES[one])
    if (one === language) link.setAttribute('aria-current', 'true')
    link.addEventListener('click', () => keepLanguage(one))
    return link
  }),
)

document
  .querySelector('#root')!
  .append(
    element(
      'main',
      {},
      languages,
      element('h1', {}, words.title),
      element('p', { class: 'intro' }, words.intro),
      given,
      heard,
      result,
      language === 'en' ? null : element('p', { class: 'quiet reasons' }, words.reasons),
    ),
  )

input.addEventListener('change', () => void take(input.files))
key.addEventListener('input', answer)
given.addEventListener('submit', (event) => event.preventDefault())
print.addEventListener('click', () => window.print())
clear.addEventListener('click', () => {
  ;[files, refusals] = [[], []]
  input.value = ''
  key.value = ''
  answer()
  input.focus()
})

// Anywhere on the page: a file that misses the box would otherwise be opened in its place.
document.addEventListener('dragover', (event) => {
  event.preventDefault()
  document.body.classList.add('dropping')
})
document.addEventListener('dragleave', () => document.body.classList.remove('dropping'))
document.addEventListener('drop', (event) => {
  event.preventDefault()
  document.body.classList.remove('dropping')
  void take(event.dataTransfer?.files ?? null)
})

/** Takes files over: a key where keys stand, the rest in the place of those of the same name. */
async function take(list: FileList | null): Promise<void> {
  const taken = await Promise.all([...(list ?? [])].map(read))
  refusals = taken.flatMap((one) => (typeof one === 'string' ? [one] : []))
  for (const file of taken) {
    if (typeof file === 'string') continue
    const keys = keyFile(file)
    if (keys === null) files = [...files.filter(({ name }) => name !== file.name), file]
    else if (!key.value.includes(keys)) key.value = [key.value.trimEnd(), keys].filter((text) => text !== '').join('\n')
  }
  answer()
}

async function read(file: File): Promise<NamedFile | string> {
  if (file.size > MOST_BYTES) return words.tooLarge(file.name)
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    return words.unreadable(file.name)
  }
}

function answer(): void {
  const { keys, problems } = keysIn(key.value)
  names.replaceChildren(
    ...files.map(({ name }) => element('li', {}, name)),
    ...refusals.map((refusal) => element('li', { class: 'refused' }, refusal)),
  )
  const answered = answersOf(files, keys)
  result.replaceChildren(...resultOf(answered, problems))
  heard.textContent = spokenAnswer(answered, problems)
}

answer()
