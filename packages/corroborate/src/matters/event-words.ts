// Words by which news tells of one happening: forms that do not begin alike, and words that stand for each other.

/** Each line is one happening in other words. English. */
const ALIKE = `
die died dies dying death deaths dead passing succumb succumbs succumbed
kill kills killed killing killings slay slain slaying
shoot shoots shot shots shooting shootings gunfire
steal steals stole stolen stealing theft thefts
rob robs robbed robbery robberies heist heists raid raids raided
hit hits hitting strike strikes struck striking jolt jolts jolted shake shakes shook shaken rock rocks rocked
quake quakes earthquake earthquakes tremor tremors
injure injures injured injuring injury injuries wound wounds wounded wounding hurt hurts hurting
damage damages damaged damaging destroy destroys destroyed destroying destruction flatten flattened
arrest arrests arrested arresting detain detains detained detention seize seizes seized capture captured
hang hangs hanged hung hanging
find finds found finding discover discovers discovered discovery
riot riots rioting unrest clash clashes clashed
blast blasts explode explodes exploded explosion explosions
bomb bombs bombed bombing bombings bombard bombarded bombardment
shell shells shelled shelling
attack attacks attacked attacking assault assaults assaulted
flee flees fled fleeing escape escapes escaped
buy buys bought buying purchase purchased acquire acquires acquired acquisition
sell sells sold selling sale
say says said saying
tell tells told telling
win wins won winning victory
lose loses lost losing defeat
fall falls fell fallen falling drop drops dropped dropping
rise rises rose risen rising
take takes took taken taking
give gives gave given giving
go goes went gone going
come comes came coming
put puts putting place places placed placing
hold holds held holding
meet meets met meeting meetings
speak speaks spoke spoken talk talks talked
release releases released releasing launch launches launched issue issues issued
begin begins began begun beginning start starts started starting
end ends ended ending
leave leaves left leaving depart departed departure withdraw withdrew withdrawn withdrawal
sentence sentences sentenced sentencing
send sends sent sending
break breaks broke broken breaking
`

/** What is left of a word so that its forms meet; short ones lose more of their ending than of themselves. */
const LETTERS = 5
const LETTERS_OF_SHORT = 3
const SHORT = 4

const first = new Map(
  ALIKE.trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ')
      return words.map((word): [string, string] => [word, words[0]!])
    }),
)

/** What a word tells of, in one word for all that tell of it. */
export function happeningIn(word: string): string {
  const plain = word.normalize('NFKC').toLowerCase()
  const known = first.get(plain)
  if (known !== undefined) return `${known}…`
  return plain.slice(0, plain.length <= SHORT ? LETTERS_OF_SHORT : LETTERS)
}
