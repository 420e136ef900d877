// Writing minutes from any screen: whose name they can be in, when it was, for whom, and each refusal with its clause.
export { MinuteForm, type MinuteFormProps } from './form.tsx'
export { Chooser } from './chooser.tsx'
export { useActChoices, useClaimChoices, useDocumentChoices, type Choices } from './choices.ts'
export { RefusedByClause } from './refused.tsx'
export { SpeaksFor } from './speaks-for.tsx'
export { useSpeakers, type Speakers } from './speakers.ts'
export { GoOn, Writing } from './writing.tsx'
