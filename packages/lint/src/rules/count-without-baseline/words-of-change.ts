// English words by which a text says that a count is about change. Each is looked for as a whole word, whatever its case.

const NUMBER = String.raw`(?:\d|an?\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|twelve\b|twenty\b|half\b)`
const COUNTED = String.raw`(?:violence|attacks?|breaches|incidents|violations|shelling|fire|firing|fighting|strikes|clashes|numbers?|deaths|casualties|deliveries|access|flow|aid)`

export const WORDS_OF_CHANGE: readonly string[] = [
  String.raw`reduc(?:e|es|ed|ing|tions?)`,
  String.raw`decreas(?:e|es|ed|ing)`,
  String.raw`(?:falls?|falling|fallen|fell|drops?|dropped|dropping) (?:in|by|below)`,
  String.raw`declin(?:e|es|ed|ing) (?:in|by|of)`,
  `${COUNTED} (?:(?:has|have|had) )?(?:clearly |markedly |steadily )?(?:falls?|fell|fallen|drops?|dropped|declines?|declined|subsides?|subsided|rises?|rose|risen|goes down|go down|gone down)`,
  String.raw`(?:de-escalat(?:e|es|ed|ing|ion)|abat(?:e|es|ed|ing)|lessen(?:s|ed|ing)?|diminish(?:es|ed|ing)?|halv(?:e|es|ed|ing))`,
  `fewer(?! than (?:${NUMBER}))`,
  `less ${COUNTED}`,
  `(?:fewer|less|more|lower|higher|calmer|quieter|better|worse) than (?!${NUMBER})(?:it |they )?(?:before|usual|normal|on|in|at|was|were|the|those|that|now|today)`,
  String.raw`improv(?:e|es|ed|ing|ements?)`,
  String.raw`increas(?:e|es|ed|ing)`,
  String.raw`(?:rises?|rising|risen|rose) (?:in|by|of|above)`,
  String.raw`(?:normal|usual|former|previous|earlier|pre-war|prewar) (?:levels?|rates?|numbers?|volumes?|traffic)`,
  String.raw`(?:back|returns?|returned|returning) to normal`,
  String.raw`compar(?:ed|ison) (?:to|with)`,
  String.raw`relative to`,
  String.raw`by half`,
]
