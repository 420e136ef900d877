// Telling desks what has changed: to a webhook, signed, or by mail.
export { isOpenAddress } from './send/address.ts'
export { isSignedBy, keyIn, signature, type Signed } from './send/sign.ts'
export { postTo, refusedUrl, type Sent, type Webhook, type WebhookSetting } from './send/webhook.ts'
