// What was read from a document: claims in somebody's mouth, furniture left out, copies counted once, protected things hit.
import { KIND_NAMES, MODALITIES, stanceOf, type Claim } from '@trucekeeper/claims'
import { PROTECTED_OBJECTS, SIDES } from '@trucekeeper/codes'
import { duplicatesOf, independentSources, protectedIn, factOf, castOf } from '@trucekeeper/corroborate'
import { z } from 'zod'
import { Compare, kind, missing, perWorld } from '../kind.ts'
import type { World } from '../world.ts'

/** Those of the record, and of the report that the scenario brings. */
async function claimsIn(world: World, doc: string): Promise<readonly Claim[]> {
  const read = (await world.read()).flatMap(({ entries }) => entries)
  const all = [...world.record.claims, ...read.flatMap((entry) => (entry.type === 'claim' ? [entry.body] : []))]
  return all.filter((one) => one.doc.startsWith(doc))
}

export const claim = kind(
  'claim',
  'What was read from a document, in whose mouth.',
  {
    claim: z.string().describe('part of its words'),
    doc: z.string().describe('how the name of the document begins'),
    speaker: z.string().optional(),
    side: z.enum(SIDES).optional(),
    kind: z.enum(KIND_NAMES).optional(),
    modality: z.enum(MODALITIES).optional(),
    negated: z.boolean().optional(),
    happened: z.string().nullable().optional(),
    place: z.string().optional(),
    blames: z.string().nullable().optional(),
    figure: z.number().optional().describe('a number in it'),
    stance: z
      .string()
      .nullable()
      .optional()
      .describe('`asserts`, `denies`, `cannot_confirm`; null where it only plans or wishes'),
  },
  async (world, expected) => {
    const all = await claimsIn(world, expected.doc)
    const found = all.find(
      ({ quote, speaker }) =>
        quote.includes(expected.claim) && (expected.speaker === undefined || speaker === expected.speaker),
    )
    if (!found) return missing(all.map(({ quote, speaker }) => `${speaker}: ${quote}`))
    return new Compare()
      .is('side', found.speaker_side, expected.side)
      .is('kind', found.kind, expected.kind)
      .is('modality', found.modality, expected.modality)
      .is('negated', found.negated, expected.negated)
      .is('happened', found.date, expected.happened)
      .has('places', found.places, expected.place)
      .is('blames', found.actor_blamed, expected.blames)
      .is('stance', stanceOf(found), expected.stance)
      .has(
        'figures',
        found.figures.map(({ value }) => String(value)),
        expected.figure === undefined ? undefined : String(expected.figure),
      ).found
  },
)

export const furniture = kind(
  'furniture',
  'Words of a page that no claim is read from: polls, prices, captions, offers.',
  {
    furniture: z.string().describe('words that stand in the document'),
    doc: z.string().describe('how its name begins'),
  },
  async (world, expected) => {
    const read = await world.read()
    const given = world.given.text?.name.startsWith(expected.doc) ? world.given.text.body : null
    const text = given ?? world.textOf(expected.doc)
    if (text === null || !text.includes(expected.furniture)) return missing([])
    const claims = await claimsIn(world, expected.doc)
    const within = claims.filter(
      ({ quote }) => quote.includes(expected.furniture) || expected.furniture.includes(quote),
    )
    const isRead = read.length > 0 || claims.length > 0
    return new Compare()
      .is('claims read from it', within.length, 0)
      .is('the rest of the document', isRead ? 'read' : 'not read', 'read').found
  },
)

const copiesIn = perWorld(async (world) => {
  const read = (await world.read()).map(({ doc, text }) => ({ doc, text }))
  const documents = [...world.documents(), ...read]
  return { documents, groups: duplicatesOf(documents) }
})

export const copies = kind(
  'copies',
  'Documents that are nearly the same: whose words they bear counts once.',
  {
    copies: z.array(z.string()).min(2).describe('how their names begin'),
    'same source': z.boolean().describe('whether they are held for copies of one text'),
    claim: z.string().optional().describe('part of words that both bear'),
    sources: z.int().optional().describe('how many independent sources tell of those words'),
  },
  async (world, expected) => {
    const { documents, groups } = await copiesIn(world)
    const chosen = expected.copies.map((name) => documents.find(({ doc }) => doc.startsWith(name)))
    if (chosen.some((one) => one === undefined)) return missing(documents.map(({ doc }) => doc))
    const names = chosen.map((one) => one!.doc)
    const group = groups.find(({ docs }) => names.every((name) => docs.includes(name)))
    const compare = new Compare().is('same source', group !== undefined, expected['same source'])
    if (expected.claim === undefined) return compare.found
    const own = (await Promise.all(names.map((name) => claimsIn(world, name)))).flat()
    const told = own.filter(({ quote }) => quote.includes(expected.claim!))
    const cast = castOf(world.agreement.actors)
    const facts = told.map((one) => factOf(one, cast, world.agreement.zone))
    return compare.is('sources', independentSources(facts), expected.sources).found
  },
)

export const harm = kind(
  'harm',
  'Protected things that reports say were hit, by their kind and never by which one.',
  {
    harm: z.enum([...PROTECTED_OBJECTS, 'other_service']),
    claims: z.int().describe('how many claims tell of it by then'),
    words: z.string().optional().describe('part of the words of one of them'),
    clause: z.string().optional(),
    scope: z.string().optional().describe('whether that clause speaks of the happening'),
  },
  (world, expected) => {
    const told = world.record.claims.filter((one) => protectedIn(one).includes(expected.harm))
    const one = told.find(({ quote }) => quote.includes(expected.words ?? ''))
    const incident = world.status().incidents.find(({ claims }) => one !== undefined && claims.includes(one.id))
    return new Compare()
      .is('claims', told.length, expected.claims)
      .says('words', told.map(({ quote }) => quote).join('; '), expected.words)
      .is('scope', incident?.scope.find(({ clause }) => clause === expected.clause)?.decision, expected.scope).found
  },
)
