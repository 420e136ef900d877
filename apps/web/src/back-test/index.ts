// The agreement held against a file of past events, in the reader's own browser.
export { BackTestScreen } from './back-test.tsx'
export { textOf } from './own-text.tsx'
