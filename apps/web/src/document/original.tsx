// The way to a document as it came in: to be saved, since this page shows nothing but its text.
import { useState } from 'react'
import { Refusal } from '../api.ts'
import { chosen } from '../language.ts'

const text = chosen({
  en: {
    save: 'Save the original',
    help: 'Bytes as they came in, from outside. Open them only where you would open a stranger’s file.',
    none: 'The record keeps no original of this document by itself.',
  },
  ar: {
    save: 'احفظ الأصل',
    help: 'البايتات كما وردت من الخارج. لا تفتحها إلا حيث تفتح ملف شخص غريب.',
    none: 'لا يحتفظ السجل بأصل مستقل لهذه الوثيقة.',
  },
  ru: {
    save: 'Сохранить оригинал',
    help: 'Байты, как они пришли извне. Открывайте их только там, где открыли бы файл незнакомца.',
    none: 'Отдельного оригинала этого документа в реестре нет.',
  },
  fr: {
    save: 'Enregistrer l’original',
    help: 'Les octets tels qu’ils sont venus, du dehors. Ne les ouvrez que là où vous ouvririez le fichier d’un inconnu.',
    none: 'Le registre ne garde pas d’original propre de ce document.',
  },
})

export function Original({ sha256, name }: { readonly sha256: string; readonly name: string }) {
  const [said, setSaid] = useState<string | null>(null)
  const save = () =>
    saved(sha256, name).then(
      () => setSaid(null),
      (error: Error) => setSaid(error instanceof Refusal ? text.none : error.message),
    )
  return (
    <p className="quiet original">
      <button type="button" onClick={() => void save()}>
        {text.save}
      </button>{' '}
      <span role="status">{said ?? text.help}</span>
    </p>
  )
}

async function saved(sha256: string, name: string): Promise<void> {
  const response = await fetch(`/api/documents/${sha256}/original`)
  if (!response.ok) throw new Refusal(text.none, '', `${response.status}`)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
