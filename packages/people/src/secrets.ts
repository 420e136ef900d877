// Secrets are drawn, handed out once, and kept only as what they hash to.
import { createHash, randomBytes } from 'node:crypto'

/** 256 bits as base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** A name that tells nothing: no order, no count, no time. */
export const newId = (): string => randomBytes(16).toString('base64url')

/** What is kept of a secret. It has 256 bits, so a plain hash is not guessed back. */
export const kept = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
