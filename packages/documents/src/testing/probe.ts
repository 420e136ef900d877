// Tries everything a parser must not be able to do, inside the locked worker, and says what came of each.
const [port, folder] = process.argv.slice(2)
const url = `http://127.0.0.1:${port}/`
const builtin = process.getBuiltinModule

const TRIES: Readonly<Record<string, () => unknown>> = {
  fetch: () => fetch(url),
  WebSocket: () => new WebSocket(`ws://127.0.0.1:${port}/`),
  EventSource: () => new (globalThis as unknown as { EventSource: new (url: string) => unknown }).EventSource(url),
  'import http': async () => (await import('node:http')).get(url),
  'import net': async () => (await import('node:net')).connect(Number(port), '127.0.0.1'),
  'import dns': async () => (await import('node:dns/promises')).lookup('example.invalid'),
  'import dgram': async () => (await import('node:dgram')).createSocket('udp4').send('x', Number(port), '127.0.0.1'),
  'import tls': async () => (await import('node:tls')).connect(Number(port), '127.0.0.1'),
  'import http2': async () => (await import('node:http2')).connect(url),
  'require net': async () =>
    (await import('node:module'))
      .createRequire(import.meta.url)('net')
      .connect(Number(port)),
  'builtin net': () => builtin('net')!.connect(Number(port), '127.0.0.1'),
  'the socket of standard input': () => {
    const Socket = process.stdin.constructor as new () => { connect(port: number, host: string): unknown }
    return new Socket().connect(Number(port), '127.0.0.1')
  },
  binding: () => (process as unknown as { binding(name: string): unknown }).binding('tcp_wrap'),
  'run text as a program': () => Reflect.construct(Function, ['return 1']),
  'import fs and write': async () => (await import('node:fs')).writeFileSync(`${folder}/written`, 'x'),
  'write a file': () => builtin('fs')!.writeFileSync(`${folder}/written`, 'x'),
  'read a file': () => builtin('fs')!.readFileSync('/etc/hostname'),
  'start a process': () => builtin('child_process')!.execSync('true'),
  'start a thread': async () => new (await import('node:worker_threads')).Worker('1', { eval: true }),
  'permission to write': () => permitted('fs.write'),
  'permission to read elsewhere': () => permitted('fs.read', '/etc/hostname'),
  'permission to start a process': () => permitted('child'),
  'permission to start a thread': () => permitted('worker'),
  'load an addon': () => process.dlopen({ exports: {} }, 'x.node'),
  'read the environment': () => {
    if (process.env.HOME === undefined) throw new Error('nothing of it is there')
  },
}

function permitted(scope: string, path?: string): void {
  if (!process.permission.has(scope, path)) throw new Error('not permitted')
}

const outcomes: Record<string, string> = {}
for (const [name, attempt] of Object.entries(TRIES)) {
  try {
    await attempt()
    outcomes[name] = 'done'
  } catch (error) {
    outcomes[name] = `refused: ${(error as Error).message}`
  }
}
process.stdout.write(JSON.stringify(outcomes))
