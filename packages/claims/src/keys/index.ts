// Entries about keys, and what they make of one another: which key counted where.
export {
  keyCompromiseSchema,
  keyRegistrationSchema,
  keyRevocationSchema,
  keyRotationSchema,
  keySchema,
  type KeyEntry,
  type KeyEntryBody,
  type KeyRegistration,
  type KeyRotation,
} from './key-entry.ts'
export {
  withKeyEvent,
  type KeyChecks,
  type KeyEventRefusal,
  type KeyEventRefusalCode,
  type KeyEventResult,
} from './key-event.ts'
export { keyHistory, type KeyHistory } from './history.ts'
export { looksOf, lookAlike, nameFault } from './names.ts'
export { keyIdOfPublic, possessionMessage, type ToProve } from './possession.ts'
export {
  EMPTY_REGISTER,
  keyStateAt,
  type KeyEvent,
  type KeyRegister,
  type KeyState,
  type RegisteredKey,
} from './register.ts'
