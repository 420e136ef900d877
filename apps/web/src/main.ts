// Takes the words of the reader's language, then shows the page.
// First: it has to be there before anything starts a worker.
import './trusted.ts'
import { direction, language } from './language.ts'
import './styles/index.css'
import { takeWords } from './words.ts'

document.documentElement.lang = language
document.documentElement.dir = direction

// Nothing may wait for the words at the top of a module: they stand on modules that would wait for them in turn.
void takeWords()
  // Words that cannot be had are no reason to show nothing.
  .catch(() => undefined)
  .then(() => import('./app.tsx'))
  .then(({ show }) => show(document.getElementById('root')!))
