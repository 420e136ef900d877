// What people and desks are promised, on both databases.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { softPasskey } from '../testing/authenticator.ts'
import { testDatabases, type TestTables } from '../testing/databases.ts'
import { codeOf, keysAt, NOW, ORIGIN, signedIn, someone, valueOf } from '../testing/people.ts'
import { approve, approvalRequest, askApproval, digestOf, editRequest, spendApprovals } from './approvals.ts'
import { changeDraft, deleteDraft, draftsOf, readDraft, writeDraft } from './drafts.ts'
import {
  acceptInvitation,
  acceptOptions,
  invite,
  inviteAsOperator,
  openInvitations,
  withdrawInvitation,
} from './invitations.ts'
import { membersAsOperator, membersOf, ownDesks, seatAtDesk, setRoles } from './members.ts'
import { noteSealedRead, sealedReads } from './sealed-reads.ts'
import { actorOf, endSession, IDLE_MS, LONGEST_MS, revokeSession, sessionsOf, switchDesk } from './sessions.ts'

const MINUTE = 60_000

for (const database of await testDatabases())
  describe.skipIf(database.skipped)(`people on ${database.name}`, () => {
    let tables: TestTables
    const db = () => tables.db
    beforeAll(async () => {
      tables = await database.open()
    })
    afterAll(() => tables?.close())

    describe('an invitation', () => {
      const wanted = { desk: 'un', roles: ['reader'], name: 'Noor', organisation: 'United Nations' } as const
      const accept = async (token: string, now = NOW, browser = randomUUID()) => {
        const options = await acceptOptions(keysAt(db(), now), token, browser)
        if (!options.ok) return options
        const response = softPasskey(ORIGIN).create(options.value.options)
        return acceptInvitation(keysAt(db(), now), { token, response, browser, device: '', before: null })
      }

      it('opens once, to the desk and the roles it names', async () => {
        const { token } = valueOf(await inviteAsOperator(db(), wanted, NOW))
        const { secret } = valueOf(await accept(token))
        expect(await actorOf(db(), secret, NOW)).toMatchObject({ name: 'Noor', desk: 'un', roles: ['reader'] })
        expect(codeOf(await accept(token))).toBe('not-accepted')
      })

      it('opens for one of two who come at once', async () => {
        const { token } = valueOf(await inviteAsOperator(db(), wanted, NOW))
        const both = await Promise.all([accept(token), accept(token)])
        expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      })

      it('does not open after a week, after it was withdrawn, or for a made-up token', async () => {
        const admin = await someone(db(), { desk: 'monitors' })
        const first = valueOf(await invite(db(), admin.actor, { name: 'Sami', roles: ['reader'] }, NOW))
        expect(codeOf(await accept(first.token, NOW + 8 * 24 * 60 * MINUTE))).toBe('not-accepted')
        expect(valueOf(await openInvitations(db(), admin.actor, NOW)).map(({ name }) => name)).toEqual(['Sami'])
        valueOf(await withdrawInvitation(db(), admin.actor, first.id))
        expect(codeOf(await accept(first.token))).toBe('not-accepted')
        expect(codeOf(await accept('made-up'))).toBe('not-accepted')
      })

      it('is made by an administrator, for their own desk and organisation', async () => {
        const admin = await someone(db(), { desk: 'humanitarian' })
        const reader = await someone(db(), { desk: 'humanitarian', roles: ['reader'] })
        expect(codeOf(await invite(db(), reader.actor, { name: 'Sami', roles: ['reader'] }, NOW))).toBe('not-allowed')
        const { token } = valueOf(await invite(db(), admin.actor, { name: 'Sami', roles: ['reader'] }, NOW))
        const { secret } = valueOf(await accept(token))
        const sami = (await actorOf(db(), secret, NOW))!
        expect([sami.desk, sami.organisation]).toEqual(['humanitarian', admin.actor.organisation])
      })

      it('is seen and withdrawn at its own desk alone', async () => {
        const [one, other] = [await someone(db(), { desk: 'party-a' }), await someone(db(), { desk: 'party-b' })]
        const { id } = valueOf(await invite(db(), one.actor, { name: 'Sami', roles: ['reader'] }, NOW))
        expect(valueOf(await openInvitations(db(), other.actor, NOW))).toEqual([])
        expect(await withdrawInvitation(db(), other.actor, id)).toEqual(
          await withdrawInvitation(db(), other.actor, 'made-up'),
        )
      })

      it('puts names that pass for one another into one organisation', async () => {
        const [one, other] = [
          await someone(db(), { organisation: 'Peace Aid' }),
          await someone(db(), { organisation: 'PEACE  AID'.replace('  ', ' ') }),
        ]
        expect(one.actor.organisation).toBe(other.actor.organisation)
      })

      it.each(['', ' Amal', 'Аmal', 'Am\u200Bal', '\u202EAmal', '123', 'a'.repeat(200)])(
        'is not made out to `%s`',
        async (name) => {
          expect(codeOf(await inviteAsOperator(db(), { ...wanted, name }, NOW))).toBe('name')
        },
      )

      it.each(['أمل', 'Амаль', 'François', 'Ngũgĩ', '和平'])('is made out to %s', async (name) => {
        expect((await inviteAsOperator(db(), { ...wanted, name }, NOW)).ok).toBe(true)
      })
    })

    describe('a session', () => {
      it('is named by a secret that is kept as a hash', async () => {
        const { secret } = await someone(db())
        const { rows } = await sql<{ all: string }>`select s::text as all from people.sessions s`.execute(db())
        expect(rows.length).toBeGreaterThan(0)
        expect(rows.filter(({ all }) => all.includes(secret))).toEqual([])
        expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
      })

      it('ends when it is idle, and when it is old', async () => {
        const { secret } = await someone(db())
        expect(await actorOf(db(), secret, NOW + IDLE_MS + 1)).toBeNull()
        let now = NOW
        while (now < NOW + LONGEST_MS - IDLE_MS / 2) {
          now += IDLE_MS / 2
          if (now < NOW + LONGEST_MS) expect(await actorOf(db(), secret, now)).not.toBeNull()
        }
        expect(await actorOf(db(), secret, NOW + LONGEST_MS + 1)).toBeNull()
      })

      it('is never the one that a browser brings along: signing in makes another and ends what was there', async () => {
        const one = await someone(db())
        const planted = 'a'.repeat(43)
        const first = valueOf(await signedIn(db(), one, { before: planted }))
        expect(first.secret).not.toBe(planted)
        expect(await actorOf(db(), planted, NOW)).toBeNull()
        const second = valueOf(await signedIn(db(), one, { before: first.secret }))
        expect(await actorOf(db(), first.secret, NOW)).toBeNull()
        expect(await actorOf(db(), second.secret, NOW)).not.toBeNull()
      })

      it('of one side ends when the other side signs in with the same browser', async () => {
        const [one, other] = [await someone(db(), { desk: 'party-a' }), await someone(db(), { desk: 'party-b' })]
        const { secret } = valueOf(await signedIn(db(), other, { before: one.secret }))
        expect(await actorOf(db(), one.secret, NOW)).toBeNull()
        expect((await actorOf(db(), secret, NOW))?.desk).toBe('party-b')
      })

      it('ends when its person asks, here or from another device', async () => {
        const one = await someone(db())
        const { secret } = valueOf(await signedIn(db(), one))
        const here = (await actorOf(db(), secret, NOW))!
        expect((await sessionsOf(db(), here, NOW)).map(({ device }) => device)).toEqual(['Firefox', 'Firefox'])
        valueOf(await revokeSession(db(), here, one.actor.session, NOW))
        expect(await actorOf(db(), one.secret, NOW)).toBeNull()
        await endSession(db(), secret, NOW)
        expect(await actorOf(db(), secret, NOW)).toBeNull()
      })

      it('of another person cannot be seen or ended', async () => {
        const [one, other] = [await someone(db()), await someone(db())]
        expect((await sessionsOf(db(), other.actor, NOW)).map(({ id }) => id)).toEqual([other.actor.session])
        expect(await revokeSession(db(), other.actor, one.actor.session, NOW)).toEqual(
          await revokeSession(db(), other.actor, 'made-up', NOW),
        )
        expect(await actorOf(db(), one.secret, NOW)).not.toBeNull()
      })

      it('ends when the roles of its person change, or their account is closed', async () => {
        const admin = await someone(db(), { desk: 'guarantor' })
        const member = await someone(db(), { desk: 'guarantor', roles: ['reader'] })
        valueOf(await setRoles(db(), admin.actor, member.actor.person, ['reader', 'reviewer'], NOW))
        expect(await actorOf(db(), member.secret, NOW)).toBeNull()
        const again = valueOf(await signedIn(db(), member))
        expect((await actorOf(db(), again.secret, NOW))?.roles).toEqual(['reader', 'reviewer'])
        valueOf(await setRoles(db(), admin.actor, member.actor.person, [], NOW))
        expect(await actorOf(db(), again.secret, NOW)).toBeNull()
        expect(codeOf(await signedIn(db(), member))).toBe('not-accepted')
      })

      it('goes to another desk of its person under a new secret, and to no other desk', async () => {
        const one = await someone(db(), { desk: 'un' })
        valueOf(await seatAtDesk(db(), { person: one.actor.person, desk: 'monitors', roles: ['reader'] }, NOW))
        const { secret } = valueOf(await signedIn(db(), one))
        const actor = (await actorOf(db(), secret, NOW))!
        expect((await ownDesks(db(), actor)).map(({ id }) => id)).toEqual(['un', 'monitors'])
        const { secret: next } = valueOf(await switchDesk(db(), actor, secret, 'monitors', NOW))
        expect(await actorOf(db(), secret, NOW)).toBeNull()
        expect(await actorOf(db(), next, NOW)).toMatchObject({ desk: 'monitors', roles: ['reader'] })
        const there = await switchDesk(db(), actor, next, 'party-a', NOW)
        expect(there).toEqual(await switchDesk(db(), actor, next, 'no-desk', NOW))
      })
    })

    describe('a desk', () => {
      it('knows its own people and nobody else', async () => {
        const other = await someone(db(), { desk: 'party-b', name: 'Basil' })
        const names = (await membersOf(db(), other.actor)).map(({ id }) => id)
        expect(names).toContain(other.actor.person)
        expect(await membersAsOperator(db(), 'party-b')).toEqual(await membersOf(db(), other.actor))
        const elsewhere = await someone(db(), { desk: 'party-a', name: 'Carim' })
        expect((await membersOf(db(), other.actor)).map(({ id }) => id)).not.toContain(elsewhere.actor.person)
        const theirs = await setRoles(db(), other.actor, elsewhere.actor.person, ['reader'], NOW)
        expect(theirs).toEqual(await setRoles(db(), other.actor, 'made-up', ['reader'], NOW))
      })

      it('keeps an administrator', async () => {
        const fresh = await database.open()
        try {
          const admin = await someone(fresh.db, { desk: 'un' })
          const demoted = await setRoles(fresh.db, admin.actor, admin.actor.person, ['reader'], NOW)
          expect(codeOf(demoted)).toBe('last-administrator')
          expect(await actorOf(fresh.db, admin.secret, NOW)).not.toBeNull()
        } finally {
          await fresh.close()
        }
      })

      it('of one side takes nobody from the desk of the other', async () => {
        const { actor } = await someone(db(), { desk: 'party-a' })
        const seated = await seatAtDesk(db(), { person: actor.person, desk: 'party-b', roles: ['reader'] }, NOW)
        expect(codeOf(seated)).toBe('both-sides')
      })
    })

    describe('an approval', () => {
      const text = 'release clause 4 to the public'
      const cast = async () => ({
        asker: await someone(db(), { desk: 'party-a' }),
        un: await someone(db(), { desk: 'un' }),
        guarantor: await someone(db(), { desk: 'guarantor' }),
      })
      const ask = (who: Awaited<ReturnType<typeof someone>>) =>
        askApproval(db(), who.actor, { subject: 'clause 4', text, desks: ['un', 'guarantor', 'party-a'] }, NOW)

      it('takes two people of two organisations, and is used once', async () => {
        const { asker, un, guarantor } = await cast()
        const { id, digest } = await ask(asker)
        expect(codeOf(await spendApprovals(db(), asker.actor, id, text, NOW))).toBe('too-few-approvals')
        valueOf(await approve(db(), un.actor, { id, digest }, NOW))
        expect(codeOf(await spendApprovals(db(), asker.actor, id, text, NOW))).toBe('too-few-approvals')
        valueOf(await approve(db(), guarantor.actor, { id, digest }, NOW))
        expect(codeOf(await spendApprovals(db(), asker.actor, id, 'release all', NOW))).toBe('changed-since')
        const race = await Promise.all([1, 2].map(() => spendApprovals(db(), asker.actor, id, text, NOW)))
        expect(race.filter(({ ok }) => ok)).toHaveLength(1)
        expect(codeOf(await spendApprovals(db(), asker.actor, id, text, NOW))).toBe('spent')
        const third = await someone(db(), { desk: 'un' })
        expect(codeOf(await approve(db(), third.actor, { id, digest }, NOW))).toBe('spent')
      })

      it('is not given twice by one person, or by two of one organisation', async () => {
        const { asker, un } = await cast()
        const colleague = await someone(db(), { desk: 'guarantor', organisation: 'Shared House' })
        const another = await someone(db(), { desk: 'un', organisation: 'Shared House' })
        const { id, digest } = await ask(asker)
        valueOf(await approve(db(), un.actor, { id, digest }, NOW))
        expect(codeOf(await approve(db(), un.actor, { id, digest }, NOW))).toBe('approved-already')
        const other = await ask(asker)
        valueOf(await approve(db(), colleague.actor, { id: other.id, digest }, NOW))
        expect(codeOf(await approve(db(), another.actor, { id: other.id, digest }, NOW))).toBe('approved-already')
        expect(codeOf(await spendApprovals(db(), asker.actor, other.id, text, NOW))).toBe('too-few-approvals')
      })

      it('is not given by the side that asks, from whichever desk', async () => {
        const organisation = 'Ministry of the Asker'
        const asker = await someone(db(), { desk: 'party-a', organisation })
        const { id, digest } = await ask(asker)
        const sameHouse = await someone(db(), { desk: 'un', organisation })
        const sameDesk = await someone(db(), { desk: 'party-a' })
        const twoDesks = await someone(db(), { desk: 'un' })
        valueOf(await seatAtDesk(db(), { person: twoDesks.actor.person, desk: 'party-a', roles: ['reader'] }, NOW))
        for (const { actor } of [asker, sameHouse, sameDesk, twoDesks])
          expect(codeOf(await approve(db(), { ...actor, desk: 'un' }, { id, digest }, NOW))).toBe('own-request')
      })

      it('holds for the text that was read and no other', async () => {
        const { asker, un, guarantor } = await cast()
        const { id, digest } = await ask(asker)
        valueOf(await editRequest(db(), asker.actor, id, 'release clause 5'))
        expect(codeOf(await approve(db(), un.actor, { id, digest }, NOW))).toBe('changed-since')
        const now = digestOf('release clause 5')
        valueOf(await approve(db(), un.actor, { id, digest: now }, NOW))
        expect(codeOf(await editRequest(db(), asker.actor, id, 'release clause 6'))).toBe('approved-already')
        valueOf(await approve(db(), guarantor.actor, { id, digest: now }, NOW))
        valueOf(await spendApprovals(db(), asker.actor, id, 'release clause 5', NOW))
      })

      it('needs the passkey within five minutes', async () => {
        const { asker, un } = await cast()
        const { id, digest } = await ask(asker)
        expect(codeOf(await approve(db(), un.actor, { id, digest }, NOW + 6 * MINUTE))).toBe('not-fresh')
      })

      it('is seen by the desks that are asked, and by no other', async () => {
        const { asker, un } = await cast()
        const outsider = await someone(db(), { desk: 'party-b' })
        const { id, digest } = await ask(asker)
        expect((await approvalRequest(db(), un.actor, id, NOW)).ok).toBe(true)
        const made = { id: 'made-up', digest }
        expect(await approvalRequest(db(), outsider.actor, id, NOW)).toEqual(
          await approvalRequest(db(), outsider.actor, 'made-up', NOW),
        )
        expect(await approve(db(), outsider.actor, { id, digest }, NOW)).toEqual(
          await approve(db(), outsider.actor, made, NOW),
        )
        expect(codeOf(await editRequest(db(), un.actor, id, 'other'))).toBe('absent')
        expect(codeOf(await spendApprovals(db(), un.actor, id, text, NOW))).toBe('absent')
      })
    })

    describe('a sealed field', () => {
      it('is read within five minutes of a passkey, for a purpose, and leaves a note for the desk', async () => {
        const { actor } = await someone(db(), { desk: 'monitors' })
        const other = await someone(db(), { desk: 'party-b' })
        const read = { field: 'clm_1/victims', purpose: 'to tell the family' }
        expect(codeOf(await noteSealedRead(db(), actor, read, NOW + 6 * MINUTE))).toBe('not-fresh')
        expect(codeOf(await noteSealedRead(db(), actor, { ...read, purpose: ' ' }, NOW))).toBe('name')
        valueOf(await noteSealedRead(db(), actor, read, NOW))
        expect(await sealedReads(db(), actor)).toEqual([
          { ...read, person: actor.person, read_at: '2026-11-22T12:00:00.000Z' },
        ])
        expect(await sealedReads(db(), other.actor)).toEqual([])
      })
    })

    describe('a draft', () => {
      it('is written, read, changed and deleted at its desk', async () => {
        const { actor } = await someone(db(), { desk: 'monitors' })
        const draft = valueOf(await writeDraft(db(), actor, '{"kind":"shelling"}', NOW))
        const changed = valueOf(await changeDraft(db(), actor, { ...draft, body: '{"kind":"airstrike"}' }, NOW))
        expect(changed).toMatchObject({ id: draft.id, version: 2, body: '{"kind":"airstrike"}' })
        expect(codeOf(await changeDraft(db(), actor, { ...draft, body: '{}' }, NOW))).toBe('version')
        expect((await draftsOf(db(), actor)).map(({ id }) => id)).toContain(draft.id)
        valueOf(await deleteDraft(db(), actor, draft.id))
        expect(codeOf(await readDraft(db(), actor, draft.id))).toBe('absent')
      })

      it('is to every other desk as if it were not there', async () => {
        const owner = await someone(db(), { desk: 'party-a' })
        const { id, version } = valueOf(await writeDraft(db(), owner.actor, '{}', NOW))
        for (const desk of ['party-b', 'guarantor', 'un', 'monitors', 'humanitarian'] as const) {
          const { actor } = await someone(db(), { desk })
          const there = (id: string) =>
            Promise.all([
              readDraft(db(), actor, id),
              changeDraft(db(), actor, { id, body: '{"mine":1}', version }, NOW),
              deleteDraft(db(), actor, id),
            ])
          expect(await there(id)).toEqual(await there('made-up'))
          expect((await draftsOf(db(), actor)).map((draft) => draft.id)).not.toContain(id)
        }
        expect(valueOf(await readDraft(db(), owner.actor, id)).body).toBe('{}')
      })

      it('is not written by somebody who only reads', async () => {
        const { actor } = await someone(db(), { roles: ['reader'] })
        expect(codeOf(await writeDraft(db(), actor, '{}', NOW))).toBe('not-allowed')
      })
    })
  })
