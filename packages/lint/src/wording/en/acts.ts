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
