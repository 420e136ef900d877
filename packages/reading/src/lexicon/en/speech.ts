// English verbs by which people are said to say, ask, threaten, deny and count, and the nouns that do the saying.
import type { SpeechVerb } from '../language.ts'

/** Forms between bars; bars inside brackets belong to their form. */
const forms = (text: string): readonly string[] => text.split(/\|(?![^(]*\))/)

export const SPEECH_VERBS: readonly SpeechVerb[] = [
  { forms: forms('say|says|said|saying'), mood: 'said', takes: 'clause', inverts: true },
  { forms: forms('tell|tells|told|telling'), mood: 'said', takes: 'clause', hearer: true },
  {
    forms: forms(
      'added|adds|adding|stated|stating|noted|noting|confirm|confirmed|confirms|confirming|reported|reporting|announced|announces|announcing|explained|insisted|insists|recalled|wrote|tweeted|commented|concluded|acknowledged|acknowledges|conceded|admitted|argued',
    ),
    mood: 'said',
    takes: 'clause',
    inverts: true,
  },
  {
    forms: forms(
      'emphasi[sz]ed|emphasi[sz]es|emphasi[sz]ing|stressed|stresses|stressing|claimed|claims|claiming|maintained|alleged|alleges|alleging|reiterated|affirmed|asserted|estimated|estimates|testified|contended|revealed|disclosed|specified|agreed that|agrees that|agree that|complained|complains|made (it )?clear|makes (it )?clear|making (it )?clear|indicated|observed that|believes|believe|believed that|restated|underlined|underscored|pointed out|predicted|counted|counts',
    ),
    mood: 'said',
    takes: 'either',
  },
  { forms: forms('reminded|informed|assured|notified'), mood: 'said', takes: 'clause', hearer: true },
  { forms: forms('warn|warns|warned|warning'), mood: 'threatened', takes: 'either', hearer: true, inverts: true },
  {
    forms: forms(
      'demand|demands|demanded|demanding|called for|call for|calls for|calling for|called on|calls on|calling on|called upon|urge|urges|urged|urging|asked|asks|asking|appealed|appeals|appealing|requested|requests',
    ),
    mood: 'demanded',
    takes: 'object',
  },
  {
    forms: forms('wants|want|wanted|expects|expect|expected|hopes|hope|hoped'),
    mood: 'demanded',
    takes: 'object',
    attitude: true,
  },
  { forms: forms('threatens|threatened|threatening|vowed|vows'), mood: 'threatened', takes: 'object' },
  {
    forms: forms(
      'pledged|pledges|promised|promises|offered|offers|proposed|proposes|declared readiness|declares readiness|expressed readiness|undertook',
    ),
    mood: 'planned',
    takes: 'object',
  },
  { forms: forms('declared|declares|declaring'), mood: 'said', takes: 'object', inverts: true },
  {
    forms: forms(
      'denied|denies|deny|denying|rejected|rejects|rejecting|dismissed|dismisses|refuted|refutes|disputed|disputes',
    ),
    mood: 'denied',
    takes: 'object',
  },
  { forms: forms('accused|accuses|accusing|blamed|blames|blaming'), mood: 'accused', takes: 'object' },
  {
    forms: forms(
      'voiced|voices|voicing|expressed|expresses|expressing|protested|protests|condemned|condemns|condemning|welcomed|welcomes|praised|criticised|criticized|described|describes|called(?! (his|her|their|for|on|upon|off|by|a meeting))|lamented|deplored|spoke( on [a-z]+day)? of|spoken of|speaks of',
    ),
    mood: 'concern',
    takes: 'object',
  },
  {
    forms: forms(
      'recorded|registered|documented|logged|monitored|put the (number|toll|death toll|figure|count)|puts the (number|toll|death toll|figure|count)',
    ),
    mood: 'recorded',
    takes: 'object',
  },
]

/** Nouns that can say something though no name stands with them. */
export const SPEAKING_NOUNS =
  'officials?|spokes(man|woman|person|men|people)|ministry|ministries|minister|ministers|secretary|generals?|commanders?|officers?|groups?|army|military|command|army command|government|governments|diplomats?|ambassadors?|envoys?|mediators?|activists?|residents?|witness|witnesses|rebels?|insurgents?|sources?|statement|agency|agencies|observatory|organi[sz]ations?|monitors?|president|factions?|council|negotiators?|coalition|readout|read-out|communique|communiqu[eé]|list|notice|bulletin|note|analysts?|experts?|aid workers?|doctors?|medics?|staff|leaders?|chief|director|head|representatives?|delegations?|delegates?|advisers?|aides?|sides?|parties|media|television|newspaper|network|report|office|team|workers|teams?|centre|center|who'

/** Voices whose business is to carry the words of others. */
export const RELAY_NOUNS =
  '(carried|quoted|cited|reported|published|aired|broadcast|relayed) (on |in )?by|citing|quoting'

/** Words before a noun of office that say nothing of the side. */
export const RANKS =
  "senior|top|high-ranking|high-level|chief|deputy|former|unnamed|anonymous|foreign|state|defen[cs]e|military|army|government|intelligence|security|general|local|medical|political|aid|humanitarian|administration|house|department|department's|presidential|allied|armed|opposition|air|force|special|air force|naval|white house|interior|information|second|another|main|moderate|staff|civil"

/** Nouns of office and of force that a nation or camp can own. */
export const ROLES =
  'officials?|spokes(man|woman|person|men|people)|ministry|ministries|minister|ministers|ambassadors?|diplomats?|envoys?|generals?|commanders?|officers?|army|military|armed forces|forces|troops|soldiers|government|president|negotiators?|delegations?|mediators?|advisers?|representatives?|leaders?|groups?|fighter jets?|fighters?|factions?|units?|side|air force|warplanes?|jets?|aircraft|planes?|helicopters?|positions|media|agency|agencies|sources?|command|army command|staff|coordinator|secretary|monitors?|lawmakers?|intelligence|coalition|activists?|bodies|councils?|officer|workers|allies|militia|militias|brigades?|authorities|read-out|readout|statement|chief'
