// The day or time of publication as a file writes it, as `2016-09-16` or `2016-09-16T18:00:00+03:00`.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** The zones that RFC 822 names, and that feeds still write. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  ut: 'Z',
  gmt: 'Z',
  utc: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
}
const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i
const MAIL =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]([a-z]{3})[a-z]*[\s-](\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([a-z]{1,3}|[+-]\d{4})?)?/i

/** Null where it is none. An hour without an offset is left out: nobody knows which hour it was. */
export function publishedFrom(written: string | null | undefined): string | null {
  const text = (written ?? '').trim().slice(0, 80)
  const iso = ISO.exec(text)
  if (iso) return instantOf(iso[1]!, Number(iso[2]), Number(iso[3]), iso.slice(4))
  const mail = MAIL.exec(text)
  const month = mail ? MONTHS.indexOf(mail[2]!.toLowerCase()) + 1 : 0
  if (!mail || month === 0) return null
  const year = mail[3]!.length === 4 ? mail[3]! : `${Number(mail[3]) < 70 ? '20' : '19'}${mail[3]}`
  return instantOf(year, month, Number(mail[1]), mail.slice(4))
}

function instantOf(
  year: string,
  month: number,
  day: number,
  [hour, minute, second, zone]: (string | undefined)[],
): string | null {
  const date = `${year}-${two(month)}-${two(day)}`
  const days = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(days.getTime()) || days.toISOString().slice(0, 10) !== date) return null
  const offset = offsetOf(zone)
  if (hour === undefined || offset === null || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59)
    return date
  return `${date}T${two(Number(hour))}:${minute}:${second ?? '00'}${offset}`
}

function offsetOf(zone: string | undefined): string | null {
  if (zone === undefined) return null
  const signed = /^([+-]\d{2}):?(\d{2})?$/.exec(zone)
  const offset = signed ? `${signed[1]}:${signed[2] ?? '00'}` : (ZONES[zone.toLowerCase()] ?? null)
  return offset !== null && /^[+-](?:1[5-9]|[2-9])/.test(offset) ? null : offset
}

const two = (value: number) => String(value).padStart(2, '0')
