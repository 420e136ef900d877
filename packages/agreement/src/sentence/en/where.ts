// Places on the ground, and the moments and terms that others are counted from.
import type { Clause } from '../../ast.ts'
import type { Names } from '../names.ts'
import type { Phrases } from '../phrases.ts'
import { clause, clauseCalled, clauses, group, place, placeCalled, places } from './names.ts'
import { anchorCalled, duration, instant, when } from './times.ts'
import { ifSaid, listed, metres, quoted, told } from './words.ts'

export const WHERE = {
  zone: (zone, names) => {
    const { along, side, depth, length, within, places: inside } = zone.fields
    const lies = [
      ifSaid(along, (line) => `along ${place(line, names)}`),
      ifSaid(side, (word) => `${word === 'either' ? 'on either side' : word} of the line`),
      ifSaid(depth, (value) => `no further than ${metres(value)} from it`),
    ].filter((part) => part !== null)
    return told(
      spokenPlace(zone, names),
      alsoKnown(zone),
      lies.length === 0 ? null : `lies ${lies.join(', ')}`,
      ifSaid(length, (long) => `is ${long.about ? 'about ' : ''}${metres(long.metres)} long`),
      ifSaid(within, (zones) => `lies within ${places(zones, names)}`),
      ifSaid(inside, (known) => `holds the places that reports call ${listed(known.map(quoted), 'and')}`),
      ...drawn(zone, names),
    )
  },
  line: (line, names) => told(spokenPlace(line, names), alsoKnown(line), ...drawn(line, names)),
  anchor: ({ id, fields }, names) =>
    told(
      anchorCalled(names.called(id)),
      ifSaid(fields.at, (at) => `is fixed at ${instant(at)}`),
      ifSaid(fields['designated-by'], (power) => `is designated under ${clause(power, names)}`),
      ifSaid(fields.form, (form) => `is given in the form ${quoted(form)}`),
    ),
  term: ({ id, fields }, names) =>
    told(
      clauseCalled(names.called(id)),
      `begins ${when(fields.starts, names)} and lasts ${fields.lasts ? duration(fields.lasts) : 'until it is ended'}`,
      ifSaid(fields.extends, (power) => `can be extended under ${clause(power, names)}`),
      ifSaid(fields.survives, (others) => `is outlived by ${clauses(others, names)}`),
    ),
} as const satisfies Partial<Phrases>

type Place = Clause<'zone'> | Clause<'line'>

function spokenPlace({ kind, id, fields }: Place, names: Names): string {
  return `the ${kind} ${fields.name === undefined ? placeCalled(names.called(id)) : quoted(fields.name)}`
}

function alsoKnown({ fields }: Place): string | null {
  return ifSaid(fields['known-as'], (others) => `is known in reports as ${listed(others.map(quoted), 'and')}`)
}

function drawn({ fields }: Place, names: Names): (string | null)[] {
  return [
    ifSaid(fields.geometry, ({ file, feature }) => `is drawn as ${quoted(feature)} in the file ${quoted(file)}`),
    ifSaid(fields.tolerance, (value) => `has an edge that may be off by ${metres(value)}`),
    ifSaid(fields.edition, (edition) => `rests on the map ${quoted(edition)}`),
    ifSaid(fields.redraw, (who) => `may be redrawn by ${group(who, names)}`),
  ]
}
