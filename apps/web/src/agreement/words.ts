// Every word of the editor that a visitor reads; it comes with the editor, so that no other screen waits for it.
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

export type EditorWords = typeof en

export const editorWords = chosen<EditorWords>({ en, ar, ru, fr })
