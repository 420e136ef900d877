// Fields of an entry that are signed without being shown (the form of RFC 9901).
export { decodeDisclosure, disclosureDigest, encodeDisclosure, type Disclosure } from './disclosures.ts'
export { strictJson, type Json, type JsonObject } from './json.ts'
export {
  fieldOf,
  openDisclosures,
  type DisclosureRefusal,
  type FieldState,
  type Opened,
  type OpeningRules,
} from './open.ts'
export { withhold, type Hmac, type Withheld, type WithheldField, type Withholding } from './withhold.ts'
