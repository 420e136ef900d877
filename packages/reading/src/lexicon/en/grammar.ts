// English grammar that no list of words can hold: what stands around a verb of speech.
import type { Language } from '../language.ts'

export const GRAMMAR: Language['grammar'] = {
  auxiliary:
    /(?:^|\s)(?:also|has|have|had|later|then|again|once again|once|earlier|repeatedly|did|does|do|further|separately|meanwhile|however|thus|now|still|already|publicly|previously|recently|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|both|will|would|could|couldn't|can|can't|cannot|must|should|may|might|not|never|didn't|hasn't|haven't|wouldn't|won't|be able|unable|to|was quoted as|were quoted as|is|was|were|are)$/,
  finite:
    /(?<![\p{L}'])(?:was|were|is|are|has|have|had|will|would|could|can|must|should|may|might|said|says|did|does|\p{L}{3,}ed)(?![\p{L}])/u,
  verb: /(?<![\p{L}'])(?:was|were|is|are|has|have|had|will|would|hit|struck|broke|fell|began|\p{L}{3,}(?:ed|ing))(?![\p{L}])/u,
  boundary:
    /(?:[;:"]|(?<![\p{L}])(?:that|but|while|because|although|though|whereas|as|when|after|which|where|whether)(?![\p{L}]))/gu,
  circumstance:
    /^(?:[\s,]*(?:(?:late |early |later )?on (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:evening|night|morning|afternoon))?(?:,? \d{1,2} \p{L}+(?: \d{4})?)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: evening| night)?|yesterday|today|earlier|later|separately|(?:in|during|at|on|through|via|after|from) (?:a|an|the|his|her|its|their|remarks|comments|televised)\s?(?:\p{L}+[\s-]){0,4}?(?:statement|interview|briefing|call|conference|note|notice|bulletin|letter|speech|remarks|comments|report|tweet|message|conversation|meeting|week|review|air|television|phone|telephone)(?: (?:carried|quoted|cited|published|reported|broadcast|on|with|after|at|in|of|to)\s(?:[^,.;"]{1,60}))?|in (?:remarks|comments)(?: [^,.;"]{1,60})?|by (?:tele)?phone|to (?:reporters|journalists|the press)|again|too|as well|here))+/u,
  hearerEnd: /\b(?:that|of|to)\b/,
  notSaid: /\b(?:(?:could|can|did|has|have|had|would|was|were|is|are)(?: not|n't)|cannot|can't|unable to|never|not)\b/,
  pronoun: /^(?:and |but |also )?(?:he|she|it|they|we|i)$/,
}
