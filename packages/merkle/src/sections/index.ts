// Texts that are committed to as a whole and shown in part.
export { commitSections, type CommittedText, type Committing, type Leaf, type Section } from './leaves.ts'
export { publishSections, type PublishedText, type Showing } from './publish.ts'
export { rootInReceipt, type RootInRecord } from './recorded.ts'
export { verifyPublished, type TextRefusal, type VerifiedText } from './verify.ts'
