// A duty that is due before it can begin.
import { chainOf, sayChain } from '../../earliest/index.ts'
import type { Rule } from '../../rule.ts'
import { sayInstant, momentOf } from '../../instants.ts'

export const rule: Rule = {
  name: 'deadline-before-start',
  severity: 'warning',
  engine: 'earliest',
  summary: 'A duty is due before it can begin.',
  *check(subject) {
    const earliest = subject.earliest('endless')!
    const { zone } = subject.agreement!
    for (const duty of subject.of('duty')) {
      const { by, from, after } = duty.fields
      const deadline = by && momentOf(by, earliest, zone)
      if (deadline === undefined || deadline === null) continue
      const begins = earliest.of(duty.id).at
      if (begins === null || begins <= deadline) continue
      const chain = after ? chainOf(earliest, duty.id) : []
      yield {
        at: subject.spot(duty, 'by'),
        message: `\`${duty.id}\` is due by ${sayInstant(deadline, zone)}, and cannot begin before ${sayInstant(begins, zone)}`,
        help: `count the deadline from what it waits for, or let it begin sooner${chain.length > 0 ? `; it waits for ${sayChain(chain)}` : ''}`,
        also: from
          ? [{ ...subject.spot(duty, 'from'), label: 'begins here' }]
          : after
            ? [{ ...subject.spot(duty, 'after'), label: 'waits here' }]
            : [],
        clauses: [duty.id],
        ...subject.show({ is: 'owed', clause: duty.id }, 'reached'),
      }
    }
  },
}
