// Takes the network, processes and threads away before any parser is loaded: `--import` runs this first.
//
// Files and child processes are refused by Node's permission model, which has no word for the network. So whatever
// could open a connection is taken out of the modules themselves, and nothing may load those modules afterwards.
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { registerHooks, syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

const CLOSED = [
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'http2',
  'https',
  'inspector',
  'inspector/promises',
]
const MORE = [
  'child_process',
  'cluster',
  'worker_threads',
  'repl',
  'vm',
  'wasi',
  'sqlite',
  'fs',
  'fs/promises',
  'process',
  'module',
]
const GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'BroadcastChannel', 'Worker', 'WebAssembly']
const refuse = () => {
  throw Object.assign(new Error('the worker that reads files has no network'), { code: 'ERR_WORKER_LOCKED' })
}

/** Every function of a module, except classes that others extend; those lose the methods that reach out. */
function close(module: object): void {
  for (const [name, value] of Object.entries(module))
    if (typeof value === 'function' && /^[a-z]/.test(name)) Reflect.set(module, name, refuse)
}

for (const module of [net, tls, dgram, dns, dns.promises, http, https, http2]) close(module)
for (const reaches of ['connect', 'bind', 'listen', 'open'])
  for (const owner of [net.Socket, net.Server, tls.TLSSocket, dgram.Socket, http.Agent, http.Server])
    if (reaches in owner.prototype) Reflect.set(owner.prototype, reaches, refuse)
for (const owner of [dns.Resolver, dns.promises.Resolver])
  for (const name of Object.getOwnPropertyNames(owner.prototype))
    if (name !== 'constructor') Reflect.set(owner.prototype, name, refuse)
Reflect.set(http, 'ClientRequest', refuse)
syncBuiltinESMExports()

for (const name of GLOBALS) Reflect.defineProperty(globalThis, name, { value: undefined })
const builtin = process.getBuiltinModule
const closed = new Set([...CLOSED, ...MORE].flatMap((name) => [name, `node:${name}`]))
const closedTo = (name: string) => closed.has(name)
Reflect.set(process, 'getBuiltinModule', (name: string) => (closedTo(name) ? undefined : builtin(name)))
for (const name of ['binding', '_linkedBinding', 'dlopen', 'kill', 'chdir', 'abort']) Reflect.set(process, name, refuse)

registerHooks({
  resolve(specifier, context, next) {
    return closedTo(specifier) ? refuse() : next(specifier, context)
  },
})
