// Where the model is: an address, the name of a model and a key, checked before anything is sent.

export interface ModelEndpoint {
  /** Without `/chat/completions`: `http://127.0.0.1:8000/v1`. */
  readonly url: string
  readonly model: string
  /** Sent as a bearer token; null where none is needed. It is never shown. */
  readonly key: string | null
}

export interface EndpointRefusal {
  readonly code: 'model-endpoint-malformed' | 'model-key-malformed' | 'model-key-in-the-clear'
  readonly message: string
  readonly help: string
}

/** What a header can hold: a key with anything else in it would be shown by the error of whoever sends it. */
const KEY = /^[\x21-\x7e]+$/
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Why nothing is sent to an endpoint; null where something may be. */
export function checkEndpoint({ url, model, key }: ModelEndpoint): EndpointRefusal | null {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || model.trim() === '') {
    return {
      code: 'model-endpoint-malformed',
      message: parsed === null ? 'the address of the model is none' : 'the endpoint has no web address or no model',
      help: 'give an address such as `http://127.0.0.1:8000/v1`, and the name of a model it serves',
    }
  }
  if (parsed.username !== '' || parsed.password !== '' || parsed.search !== '' || parsed.hash !== '') {
    return {
      code: 'model-endpoint-malformed',
      message: 'the address of the model holds more than host, port and path',
      help: 'give the key apart from the address, and leave out what follows `?` or `#`',
    }
  }
  if (key !== null && !KEY.test(key)) {
    return {
      code: 'model-key-malformed',
      message: 'the key of the model is empty or holds characters that no key has',
      help: 'copy it again, without spaces or line ends; leave it out where none is needed',
    }
  }
  if (key !== null && parsed.protocol === 'http:' && !LOOPBACK.test(parsed.hostname)) {
    return {
      code: 'model-key-in-the-clear',
      message: `the key would travel unencrypted to \`${parsed.hostname}\``,
      help: 'use an `https` address, or leave the key out',
    }
  }
  return null
}

export function completionsAddress({ url }: ModelEndpoint): string {
  return `${url.replace(/\/+$/, '')}/chat/completions`
}
