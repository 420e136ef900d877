// Loaded before anything else, it makes every `fsync` of the process and its threads fail while a file is there.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { fsyncSync } = fs
const fault = process.env.SYNC_FAULT!

fs.fsyncSync = (descriptor) => {
  if (fs.existsSync(fault)) throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO', syscall: 'fsync' })
  fsyncSync(descriptor)
}
syncBuiltinESMExports()
