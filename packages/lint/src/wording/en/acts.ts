// What a leave may allow, in the words in which it is written.
import type { WordingLanguage } from '../language.ts'

export const acts: WordingLanguage['acts'] = [
  { act: 'attack', words: ['(attack|fire|shoot|shell|strike|bomb|return fire|use force|open fire)'] },
  {
    act: 'acquire-territory',
    words: ['(advance|(take|seize|capture|occupy|retake) (\\p{L}+ )?(ground|territory|positions|villages|hills?))'],
  },
  {
    act: 'fly-combat-missions',
    words: ['fly (\\p{L}+ ){0,2}(missions?|sorties|patrols|drones|aircraft)', 'combat flights'],
  },
  {
    act: 'force_posture',
    words: [
      '(patrols?|patrolling|reinforce|resupply|redeploy|mobilise|mobilize|fortify|dig in)',
      '(bring|move|send|station|deploy|post|keep|hold|rotate) (up |in |back )?(\\p{L}+ ){0,3}(troops|soldiers|forces|fighters|weapons|artillery|tanks|guns|ammunition|reinforcements|units|guards|garrisons?|men|vehicles|armou?r)',
      '(build|dig|hold|set up) (\\p{L}+ ){0,2}(positions|trenches|fortifications|posts)',
    ],
  },
  {
    act: 'impede-aid',
    words: [
      '(stop|search|inspect|hold up|turn back|delay|check|close|divert|tax|refuse) (\\p{L}+ ){0,3}(convoys?|trucks?|aid|boats?|ships?|supplies|deliveries|relief|food)',
    ],
  },
  {
    act: 'detain',
    words: [
      '(detain|arrest|intern|imprison|take (\\p{L}+ )?prisoners?|take hostages|(hold|keep) (\\p{L}+ )?prisoners)',
    ],
  },
]

const FORCES =
  'arms|weapons|rifles|guns|artillery|armou?r|tanks|vehicles|troops|soldiers|forces|fighters|men|units?|guards?|garrisons?|compan(y|ies)|battalions?|brigades?|platoons?|posts?|positions?|headquarters|barracks|camps?'

export const staying: WordingLanguage['staying'] = [
  `(stay|remain|be stationed|be based|be quartered|encamp|camp|sit|live)( \\p{L}+){0,6} (${FORCES})`,
  '(stay|remain|be stationed)( \\p{L}+){0,3} (armed|under arms)',
  `(keep|hold|station|post|maintain|quarter|leave|base|garrison|pitch|set up|establish|have|deploy|place|put) (\\p{L}+ ){0,4}(${FORCES})`,
]
