// What the process knows of itself, for the metrics.
import type { Gauge } from '@trucekeeper/api'

export function processGauges(): readonly Gauge[] {
  const { user, system } = process.cpuUsage()
  return [
    { name: 'process_resident_memory_bytes', help: 'Memory held.', value: process.memoryUsage.rss(), unit: 'bytes' },
    { name: 'process_cpu_used_seconds', help: 'Processor time used.', value: (user + system) / 1e6, unit: 'seconds' },
    { name: 'process_uptime_seconds', help: 'Time since the start.', value: process.uptime(), unit: 'seconds' },
  ]
}
