// English words by which a text says that a count is about change. Each is looked for as a whole word, whatever its case.

const NUMBER = String.raw`(?:\d|an?\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|twelve\b|twenty\b|half\b)`
const COUNTED = String.raw`(?:violence|attacks?|breaches|incidents|violations|shelling|gunfire|fire|firing|fighting|strikes|clashes|numbers?|deaths|casualties|deliveries|access|flow|aid)`

export const WORDS_OF_CHANGE: readonly string[] = [
  String.raw`reduc(?:e|es|ed|ing|tions?)`,
  String.raw`decreas(?:e|es|ed|ing)`,
  `(?:falls?|falling|fallen|fell|drops?|dropped|dropping) (?:in (?:\\w+ ){0,2}?${COUNTED}|by (?:\\w+ ){0,2}?${NUMBER}|below)`,
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
  `${COUNTED} (?:\\w+ ){0,3}?(?:become|becomes|became|grow|grows|grown|get|gets|got|turn|turns) (?:\\w+ )?(?:rarer|rare|less|fewer|calmer|quieter|scarcer|scarce|lighter|weaker|safer|better|worse|heavier|more frequent)`,
  `${COUNTED} (?:is|are|was|were) (?:\\w+ )?(?:down (?:by|from|to|on)|up (?:by|from|on))`,
  `${COUNTED} (?:(?:has|have|had) )?(?:died|dies|die|dying|tailed|tails|tail|eased|eases|ease|slackened|slackens|slacken|ebbed|ebbs|ebb|calmed|calms|calm|quietened|quietens|thinned|thins)(?: (?:down|away|off|out))?`,
  String.raw`(?:doubl|trebl|tripl)(?:e|es|ed|ing)`,
  String.raw`worsen(?:s|ed|ing)?`,
  String.raw`(?:less|fewer) and (?:less|fewer)`,
]
