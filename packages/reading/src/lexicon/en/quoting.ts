// English words around quoted speech: who says, asks and writes, and what stands between a speaker and the words.
import type { Quoting } from '../language.ts'

const list = (text: string): readonly string[] => text.split(/\s+/)

export const QUOTING: Quoting = {
  // Past, present and participle of each: base/third person/past/participle.
  verbs: list(`
    say/says/said/saying tell/tells/told/telling add/adds/added/adding ask/asks/asked/asking reply/replies/replied/replying
    answer/answers/answered/answering explain/explains/explained/explaining write/writes/wrote/writing
    tweet/tweets/tweeted/tweeting retweet/retweets/retweeted/retweeting post/posts/posted/posting
    state/states/stated/stating note/notes/noted/noting argue/argues/argued/arguing claim/claims/claimed/claiming
    insist/insists/insisted/insisting assert/asserts/asserted/asserting contend/contends/contended/contending
    maintain/maintains/maintained/maintaining believe/believes/believed/believing acknowledge/acknowledges/acknowledged/acknowledging
    concede/concedes/conceded/conceding admit/admits/admitted/admitting confirm/confirms/confirmed/confirming
    announce/announces/announced/announcing declare/declares/declared/declaring warn/warns/warned/warning
    predict/predicts/predicted/predicting suggest/suggests/suggested/suggesting complain/complains/complained/complaining
    recall/recalls/recalled/recalling remark/remarks/remarked/remarking observe/observes/observed/observing
    comment/comments/commented/commenting conclude/concludes/concluded/concluding testify/testifies/testified/testifying
    report/reports/reported/reporting reveal/reveals/revealed/revealing disclose/discloses/disclosed/disclosing
    emphasize/emphasizes/emphasized/emphasizing emphasise/emphasises/emphasised/emphasising stress/stresses/stressed/stressing
    reiterate/reiterates/reiterated/reiterating allege/alleges/alleged/alleging affirm/affirms/affirmed/affirming
    deny/denies/denied/denying caution/cautions/cautioned/cautioning promise/promises/promised/promising
    vow/vows/vowed/vowing pledge/pledges/pledged/pledging respond/responds/responded/responding
    counter/counters/countered/countering quip/quips/quipped/quipping joke/jokes/joked/joking shout/shouts/shouted/shouting
    yell/yells/yelled/yelling urge/urges/urged/urging demand/demands/demanded/demanding estimate/estimates/estimated/estimating
    lament/laments/lamented/lamenting proclaim/proclaims/proclaimed/proclaiming retort/retorts/retorted/retorting
    exclaim/exclaims/exclaimed/exclaiming inform/informs/informed/informing remind/reminds/reminded/reminding
    assure/assures/assured/assuring accuse/accuses/accused/accusing blame/blames/blamed/blaming
    criticize/criticizes/criticized/criticizing criticise/criticises/criticised/criticising condemn/condemns/condemned/condemning
    denounce/denounces/denounced/denouncing praise/praises/praised/praising boast/boasts/boasted/boasting
    indicate/indicates/indicated/indicating propose/proposes/proposed/proposing charge/charges/charged/charging
    advise/advises/advised/advising plead/pleads/pleaded/pleading speculate/speculates/speculated/speculating
    opine/opines/opined/opining recount/recounts/recounted/recounting elaborate/elaborates/elaborated/elaborating
    clarify/clarifies/clarified/clarifying specify/specifies/specified/specifying echo/echoes/echoed/echoing
    reason/reasons/reasoned/reasoning mention/mentions/mentioned/mentioning instruct/instructs/instructed/instructing
    order/orders/ordered/ordering express/expresses/expressed/expressing cite/cites/cited/citing
    chant/chants/chanted/chanting pray/prays/prayed/praying email/emails/emailed/emailing
    e-mail/e-mails/e-mailed/e-mailing reassert/reasserts/reasserted/reasserting implore/implores/implored/imploring
    underscore/underscores/underscored/underscoring whisper/whispers/whispered/whispering rule/rules/ruled/ruling
    find/finds/found/finding tout/touts/touted/touting rail/rails/railed/railing
    hope/hopes/hoped/hoping fear/fears/feared/fearing wonder/wonders/wondered/wondering
    deride/derides/derided/deriding mock/mocks/mocked/mocking slam/slams/slammed/slamming blast/blasts/blasted/blasting
    tease/teases/teased/teasing apologize/apologizes/apologized/apologizing apologise/apologises/apologised/apologising
  `),
  // Speech only where a quotation stands close by: a smile, a description, a thought.
  nearby: list(`
    call/calls/called/calling describe/describes/described/describing continue/continues/continued/continuing
    begin/begins/began/beginning think/thinks/thought/thinking offer/offers/offered/offering
    agree/agrees/agreed/agreeing disagree/disagrees/disagreed/disagreeing laugh/laughs/laughed/laughing sigh/sighs/sighed/sighing
    cry/cries/cried/crying dub/dubs/dubbed/dubbing label/labels/labeled/labeling brand/brands/branded/branding
    characterize/characterizes/characterized/characterizing characterise/characterises/characterised/characterising
    interject/interjects/interjected/interjecting interrupt/interrupts/interrupted/interrupting
    go/goes/went/going put/puts/put/putting read/reads/read/reading smile/smiles/smiled/smiling
    shrug/shrugs/shrugged/shrugging grin/grins/grinned/grinning nod/nods/nodded/nodding fume/fumes/fumed/fuming
    muse/muses/mused/musing ponder/ponders/pondered/pondering marvel/marvels/marveled/marveling inquire/inquires/inquired/inquiring
    query/queries/queried/querying snap/snaps/snapped/snapping thunder/thunders/thundered/thundering
    refer/refers/referred/referring speak/speaks/spoke/speaking talk/talks/talked/talking
    tag/tags/tagged/tagging portray/portrays/portrayed/portraying dismiss/dismisses/dismissed/dismissing
    introduce/introduces/introduced/introducing reject/rejects/rejected/rejecting decry/decries/decried/decrying deem/deems/deemed/deeming
    hail/hails/hailed/hailing term/terms/termed/terming sum/sums/summed/summing sing/sings/sang/singing
    intone/intones/intoned/intoning drawl/drawls/drawled/drawling murmur/murmurs/murmured/murmuring
    mutter/mutters/muttered/muttering scoff/scoffs/scoffed/scoffing sniff/sniffs/sniffed/sniffing
    gush/gushes/gushed/gushing rant/rants/ranted/ranting bemoan/bemoans/bemoaned/bemoaning
    invoke/invokes/invoked/invoking pronounce/pronounces/pronounced/pronouncing liken/likens/likened/likening
    view/views/viewed/viewing see/sees/saw/seeing consider/considers/considered/considering
    promote/promotes/promoted/promoting thank/thanks/thanked/thanking challenge/challenges/challenged/challenging
    sign/signs/signed/signing text/texts/texted/texting roar/roars/roared/roaring
    welcome/welcomes/welcomed/welcoming feel/feels/felt/feeling want/wants/wanted/wanting
    defend/defends/defended/defending attack/attacks/attacked/attacking interpret/interprets/interpreted/interpreting
  `),
  auxiliaries: list(
    `has have had also later then again once earlier repeatedly did does do further separately meanwhile however thus now still already
    publicly previously recently would will could can may might must should is was were are be been being never not quickly simply
    just only even always often sometimes frequently finally eventually immediately famously reportedly flatly bluntly angrily
    privately once twice subsequently promptly initially originally briefly largely openly specifically clearly directly
    explicitly jokingly half-jokingly quietly softly loudly proudly ominously both all ever really merely yesterday today
    tonight instead nevertheless nonetheless indeed additionally correctly falsely wrongly rightly reluctantly cheerfully
    tearfully sarcastically dryly wryly tersely pointedly defiantly emphatically rather soon monday tuesday wednesday thursday friday
    saturday sunday similarly likewise jointly that's`,
  ),
  // With a form of `be` before them these are done to the subject.
  passive: list('was were been being be is are get got gets'),
  pronouns: { he: 'male', she: 'female', they: 'several', we: 'several', i: 'self', it: 'thing', who: 'relative' },
  openings: list(
    'that but while when because although though whereas whether if where which after before since until as unless what how why whose whom than',
  ),
  conjunctions: list('and but so yet or still meanwhile however nor then also plus nevertheless instead indeed thus'),
  prepositions: list(
    'on in at after before during since for under with by from through over amid among within about around despite following upon into to until unlike without across against between throughout near outside inside per via toward towards like as besides beyond given speaking asked talking responding referring citing according pressed appearing writing addressing pointing noting adding late early earlier last this next standing sitting when while if although because though once shortly moments minutes hours days weeks months years two three several some?',
  ),
  articles: list(
    "a an the one some many several two three four five most few both another other other's his her their its our my these those this that all every each no any",
  ),
  stopsAfter: list(
    'in on at after before during when while as that if because by with from since who whom which about through via over amid upon and/or monday tuesday wednesday thursday friday saturday sunday yesterday today tonight last this later earlier recently here there then again too afterward afterwards back without following under to into but until whose where near outside inside',
  ),
  finite: list(
    "was were is are has have had will would could can must should may might did does do went took made came got gave saw knew began became left kept held brought met ran paid sent spent lost won fell rose grew drew flew broke chose drove spoke stood sat led put set cut let hit read bought sold built felt thought found sought taught caught fought shot told said says wrote isn't wasn't aren't weren't hasn't haven't hadn't won't wouldn't couldn't can't didn't doesn't don't he's she's it's they're he'd she'd they'd i'm we're wants seems needs remains appears plans wins goes takes makes comes gives sees runs leads faces hopes expects believes calls",
  ),
  notFinite: list(
    'united armed unnamed allied combined led based backed so-called retired alleged limited mixed appointed elected named advanced wounded injured convicted accused sacred naked wicked hundred indeed unidentified undecided registered red fred ted ned ahmed mohammed mohamed hamed jared alfred wilfred saeed khaled waleed rashed reed reid creed speed need seed freed feed weed bed shed sacred talented embattled beloved deceased disgraced ousted experienced unelected related interested concerned involved affected displaced besieged disputed self-proclaimed self-described',
  ),
  titles: list(
    'mr. mrs. ms. dr. sen. rep. gov. gen. lt. col. maj. capt. cmdr. brig. sgt. adm. prof. mr mrs ms dr sen rep gov gen rev. rev hon. sir lord lady dame judge justice senator representative congressman congresswoman governor president vice chairman chairwoman chairperson chair chief secretary minister premier chancellor mayor ambassador general colonel major captain lieutenant commander admiral sergeant detective officer sheriff professor doctor pope king queen prince princess bishop cardinal archbishop reverend rabbi imam sheikh ayatollah spokesman spokeswoman spokesperson director manager coach attorney lawyer analyst economist strategist candidate nominee leader speaker treasurer envoy counsel counselor adviser advisor aide pollster founder co-founder executive ceo author historian expert consultant coordinator deputy activist organizer volunteer superintendent principal commissioner inspector editor columnist reporter correspondent host anchor actor actress singer scientist researcher physician surgeon nurse teacher student farmer resident voter owner trader investor businessman businesswoman billionaire delegate councilman councilwoman alderman lawmaker legislator hopeful rival opponent incumbent prosecutor negotiator mediator diplomat official representative operative staffer official veteran pastor archdeacon marshal brother sister father mother daughter son wife husband widow mate colleague partner friend neighbor neighbour supporter critic witness survivor victim inmate suspect',
  ),
  maleTitles: list(
    'mr. mr sir lord chairman congressman spokesman king prince father brother son husband businessman councilman actor',
  ),
  femaleTitles: list(
    'mrs. mrs ms. ms lady dame chairwoman congresswoman spokeswoman queen princess mother sister daughter wife widow businesswoman councilwoman actress',
  ),
  people: list(
    'officials experts analysts residents voters supporters critics lawmakers investors traders economists critics opponents advisers aides lawyers prosecutors doctors workers students teachers parents neighbors neighbours activists protesters witnesses spokesmen scientists researchers leaders republicans democrats police authorities investigators executives sources diplomats soldiers farmers members people men women scholars strategists reporters journalists historians commentators observers colleagues friends relatives organizers senators governors representatives delegates fans players ministers officers troops rebels insurgents negotiators monitors mediators',
  ),
  bodies: list(
    'company group agency department ministry government court committee council bank firm organization organisation newspaper paper magazine university union party campaign team board commission association institute administration army military police network station website report statement letter memo document study survey poll article editorial lawsuit complaint filing indictment law bill ad advertisement sign message email e-mail tweet post transcript book memoir source center centre foundation fund office embassy bureau service church league coalition alliance administration',
  ),
  sayings: list(
    'claim claims pledge promise promises vow remark remarks comment comments statement assertion assertions suggestion contention argument allegation allegations accusation accusations description warning warnings demand demands request insistence call calls',
  ),
  works: list(
    'book film movie song novel play album series show program programme memoir article essay magazine poem musical sitcom documentary video game titled entitled headlined nicknamed aka dubbed named word words phrase term slogan motto',
  ),
  names: {
    male: list(
      'john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip phillip johnny bill jim tom mike bob steve dave dan ted fred ben ken ron don jeff greg doug rick tim pete barack mitt newt bernie marco rudy chuck mitch harry rand reince antonio carlos luis jorge miguel manuel francisco pedro ahmed mohammed mohamed muhammad ali hassan hussein omar ibrahim khaled mahmoud mustafa abdullah yusuf bashar sergei vladimir dmitry igor alexei boris ivan mikhail staffan rami riad walid recep kofi ban jean pierre jacques hans klaus wolfgang giovanni sam max luke karl ray phil neil craig glenn derek marc martin stuart stanley leonard norman howard ernest warren clarence alfred theodore oliver simon ian graham nigel colin trevor hugh rex leon preston ed al',
    ),
    female: list(
      'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori hillary condoleezza madeleine nikki kellyanne ivanka melania tiffany chelsea angela theresa samantha jen marie anne jane kate katie susie sue peggy maggie wendy robin tammy tina lynn paula erin molly claire fatima aisha leila layla amina mariam maya natasha olga svetlana irina elena tatiana valerie monica erica leslie dana carla sheila rosa carmen ana eva sonia ingrid huma debbie becky cindy kathy barbara geraldine gail ellen eleanor louise josephine',
    ),
  },
  notNames: list(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december the a an i he she it they we you his her their this that these those in on at but and or so if when while after before as what who how why where there here yes no not for with by from to of then now later still yet also even just both many most some one two three four five six seven eight nine ten first last next new mr. mrs. ms. dr. according asked under over during since despite because although though meanwhile however instead indeed perhaps maybe republican republicans democrat democrats democratic american americans british russian french german chinese syrian israeli iranian islamic muslim christian jewish english spanish latino african european asian such each every all another other several our my your its more less only once until unless whether than between among about against i'm it's that's he's she's they're we're don't can't won't let's",
  ),
  organisations: list(
    'inc inc. corp corp. co. ltd ltd. llc plc group company department ministry university college institute house senate congress party committee council court bank association federation union agency bureau commission journal times post news press network tv television radio street avenue county state states city nations kingdom republic island islands river lake mountain beach airport center centre school hospital church foundation fund trust society league club team army navy force forces corps guard police office board authority administration campaign conference convention act bill law amendment constitution war day week america international national project airlines motors industries systems technologies partners capital holdings securities',
  ),
}
