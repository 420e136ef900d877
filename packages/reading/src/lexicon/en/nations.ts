// The camps that an English adjective points to: `Russian` officials, `rebel` commanders.
import type { Nation } from '../language.ts'

/** Camps inside a country before countries: `US-backed opposition` is of the opposition; a bare `government` comes last. */
export const NATIONS: readonly Nation[] = [
  {
    side: 'opposition',
    words: ['opposition', 'rebel', 'insurgent', 'free syrian army', 'us-backed'],
  },
  { side: 'monitor', words: ['monitoring', 'observatory', 'red crescent', 'red cross'] },
  { side: 'un', words: ['un', 'u.n.', 'united nations', 'ocha'] },
  {
    side: 'us',
    words: ['us', 'u.s.', 'usa', 'american', 'united states', 'us-led', 'state department', 'pentagon', 'white house'],
  },
  { side: 'russia', words: ['russian', "russia's", 'kremlin', "moscow's"] },
  { side: 'turkey', words: ['turkish', "turkey's"] },
  { side: 'syria_gov', words: ['syrian', "syria's", 'government', 'pro-government', 'regime', "assad's", 'loyalist'] },
]
