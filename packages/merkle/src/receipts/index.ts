// Receipts: the file that is handed to a person, and what it proves.
export { formatReceipt, parseReceipt, type Receipt } from './format.ts'
export { verifyReceipt, type ReceiptRefusal, type ReceiptTrust, type VerifiedReceipt } from './verify.ts'
