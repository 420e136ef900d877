// Words that leave open when, how much, how hard or whether.
import type { VaguePhrase } from '../language.ts'

const WHOM = '(its|their|his|her|the)'

export const vague: readonly VaguePhrase[] = [
  {
    about: 'time',
    words: [
      'as (soon|quickly|rapidly|early|speedily|fast) as (possible|practicable|feasible|practical|they can|it can|conditions (allow|permit))',
      '(promptly|swiftly|speedily|expeditiously|quickly|rapidly|urgently)',
      'rapid',
      'without (undue |unnecessary |unreasonable |further |any )?delay',
      'in a timely (manner|fashion)',
      '(timely|in good time)',
      'at the earliest( possible)? (opportunity|date|moment|time)',
      '(within|in|after) a (reasonable|short|suitable) (time|period|delay|while)( of time)?',
      'in the (near|nearest) future',
      '(very soon|soon after|soon thereafter|shortly)',
    ],
    why: 'sets no time that anybody could be held to',
    better: 'give a number of hours or days from a moment that both can tell',
  },
  {
    about: 'time',
    words: [
      '(gradually|progressively|little by little|over time)',
      '(temporary|temporarily|provisionally|for the time being|for a (limited|certain|short) (time|period))',
      '(periodically|regularly|from time to time|at regular intervals|frequently)',
    ],
    why: 'does not say how long or how often',
    better: 'give the steps with a day for each, or the length in days',
  },
  {
    about: 'effort',
    words: [
      '(best|all|all possible|all reasonable|reasonable|every|every possible|every reasonable|maximum|utmost) efforts?',
      `(do|does|doing|did) (what|all|everything|whatever) (it|they|he|she|each|each side|each party) (can|could|is able to|are able to)`,
      `(do|does|doing|did) ${WHOM} (best|utmost)`,
      '(endeavours?|endeavors?|strives?|attempts?|tries|try) to',
      '(in )?good faith',
      `to the best of ${WHOM} (ability|abilities|knowledge)`,
      `within ${WHOM} means`,
    ],
    why: 'asks for trying, and trying can neither be seen nor missed',
    better: 'say what has to be done, by when, and who sees it',
  },
  {
    about: 'condition',
    words: [
      '(where|wherever|when|whenever|if|as|insofar as|so far as) (it is )?(possible|appropriate|necessary|needed|feasible|practicable|applicable|required|suitable)',
      'as (far|much|closely) as (possible|practicable|feasible)',
      'to the (greatest|fullest|maximum|largest)( possible)? extent( possible)?',
      'to the extent (possible|feasible|practicable|necessary)',
      '(if|when|once|where|as) (the )?(conditions|circumstances|situation) (allow|allows|permit|permits)',
      '(in principle|in general|generally speaking)',
    ],
    why: 'lets whoever is bound decide whether it is',
    better: 'say on what it depends and who decides that it is so',
  },
  {
    about: 'degree',
    words: [
      '(reasonable|reasonably|unreasonable|unreasonably)',
      '(appropriate|appropriately|inappropriate|suitable|proper|properly)',
      '(adequate|adequately|inadequate)',
      '(sufficient|sufficiently|insufficient)',
      '(significant|significantly|substantial|substantially|considerable|considerably|meaningful|meaningfully)',
      '(necessary|necessity|unnecessary)',
      '(equal or similar|similar|comparable|equivalent|roughly equal)',
      '(serious|grave|major|minor) (violations?|breach|breaches|incidents?|threats?)',
      '(proportionate|proportional|disproportionate)',
      '(approximately|roughly|more or less)',
      '(certain|various|relevant|some) (areas?|places|weapons|forces|groups|measures|steps)',
      '(in the vicinity( of)?|a safe distance|in the neighbourhood of)',
      '(and so on|and the like|et cetera|among other things|inter alia)',
    ],
    why: 'has no measure that two sides would read alike',
    better: 'give a number, a list or a test; or write an `open-term` that says who interprets it',
  },
]
