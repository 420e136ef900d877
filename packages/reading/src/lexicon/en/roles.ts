// English words that tell who did what to whom: verbs and nouns of violence, people, things and weapons.
import type { RoleWords } from '../roles.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
const phrases = (text: string): readonly string[] => text.trim().split(/\s*\|\s*/)

export const ENGLISH_ROLES: RoleWords = {
  harms: words(
    'kill killed killing murder murders murdered murdering assassinate assassinates assassinated assassinating slay slain slew execute executes executed executing massacre massacred massacring shoot shoots shot shooting gunned-down wound wounded wounding injure injures injured injuring hurt stab stabs stabbed stabbing strangle strangled torture tortured torturing behead beheaded decapitated lynched kidnap kidnaps kidnapped kidnaped kidnapping abduct abducts abducted abducting rape raped raping beat beaten beating shot-dead took-hostage maimed maiming hanged poisoned hacked executing captured',
  ),
  hits: words(
    'attack attacks attacked attacking ambush ambushes ambushed ambushing bomb bombs bombed bombing dynamite dynamited dynamiting destroy destroys destroyed destroying damage damages damaged damaging burn burned burnt burning torched set-fire blow-up blew-up blown-up blowing-up raid raids raided raiding strafe strafed strafing shell shelled shelling sabotage sabotaged sabotaging hit hits hitting struck strike strikes striking target targeted targets targeting assault assaulted assaulting machinegun machinegunned machine-gunned riddled toppled toppling felled ransacked ransacking stormed storming demolished demolishing fire-on fire-at loot looted looting wrecked gutted pounded bombarded bombarding',
  ),
  weakHits: words(
    'hit hits hitting struck strike striking target targeted targets targeting damage damages damaged damaging',
  ),
  puts: words(
    'place placed placing plant plants planted planting hurl hurled hurling throw threw thrown throwing toss tossed tossing lob lobbed lobbing launch launched launching fire fired firing set-off detonate detonating open-fire drop dropped dropping',
  ),
  bursts: words('explode explodes exploded exploding went-off go-off going-off detonated'),
  dies: words('die died dies dying'),
  joined: {
    'gunned down': 'gunned-down',
    'gunning down': 'gunned-down',
    'shot dead': 'shot-dead',
    'shot to death': 'shot-dead',
    'took hostage': 'took-hostage',
    'set fire to': 'set-fire',
    'setting fire to': 'set-fire',
    'set on fire': 'set-fire',
    'set ablaze': 'set-fire',
    'burned down': 'burned',
    'burnt down': 'burned',
    'blew up': 'blew-up',
    'blow up': 'blow-up',
    'blown up': 'blown-up',
    'blowing up': 'blowing-up',
    'opened fire': 'open-fire',
    'opening fire': 'open-fire',
    'opened fire on': 'fire-on',
    'opened fire at': 'fire-at',
    'opening fire on': 'fire-on',
    'fired on': 'fire-on',
    'shot at': 'fire-at',
    'shooting at': 'fire-at',
    'set off': 'set-off',
    'went off': 'went-off',
    'go off': 'go-off',
    'going off': 'going-off',
    'beat up': 'beat',
    'lost his life': 'died',
    'lost her life': 'died',
    'lost their lives': 'died',
  },
  harmNouns: words(
    'murder murders killing killings assassination assassinations kidnapping kidnappings kidnaping abduction abductions death deaths massacre execution executions slaying slayings shooting torture disappearance rape beheading stabbing wounding',
  ),
  hitNouns: words(
    'attack attacks bombing bombings assault assaults ambush ambushes raid raids destruction dynamiting burning explosion explosions blast sabotage strike strikes offensive attempt attempts action actions shelling bombardment harassment arson',
  ),
  doneBy: phrases(
    'attributed to | blamed on | claimed by | carried out by | committed by | perpetrated by | staged by | launched by | made by | executed by | conducted by | planned by | ordered by | hired by | the work of | work of | mounted by | masterminded by | planted by | placed by | attributable to',
  ),
  owning: phrases(
    'claimed responsibility | claims responsibility | claim responsibility | have claimed responsibility | has claimed responsibility | took responsibility | taken responsibility | claiming responsibility | took credit | taken credit | claimed credit | taking credit | accepted responsibility | admitted responsibility | assumed responsibility | is responsible for | are responsible for | was responsible for | were responsible for | being responsible for | carried out | is accused of | are accused of | was accused of | were accused of | have been accused of | has been accused of | charged with | are suspected of | is suspected of',
  ),
  partaking: phrases(
    'involved in | implicated in | participated in | took part in | taken part in | connected with | linked to | connected to',
  ),
  people: words(
    'civilian civilians person persons people ideologue strongman magnate aspirant treasurer democrat singer painter agronomist sociologist chairman chairwoman hopeful dealer columnist nominee contender subcommander resident residents inhabitant inhabitants child children woman women man men boy boys girl girls peasant peasants farmer farmers priest priests nun nuns bishop bishops archbishop father pastor missionary missionaries clergyman clergymen jesuit jesuits mayor mayors deputy deputies governor governors minister ministers ambassador ambassadors consul diplomat diplomats president vice-president candidate candidates senator senators congressman councilman councilmen councillor councillors judge judges magistrate magistrates prosecutor attorney lawyer lawyers journalist journalists reporter reporters editor photographer cameraman newsman newsmen businessman businessmen industrialist banker rancher ranchers landowner landowners cattleman merchant trader traders shopkeeper manager executive executives engineer engineers technician technicians doctor doctors nurse nurses medic medics paramedic paramedics teacher teachers professor professors student students rector dean worker workers employee employees staff miner miners driver drivers pilot pilots passenger passengers passerby passersby pedestrian pedestrians tourist tourists citizen citizens national nationals leader leaders unionist unionists activist activists politician politicians official officials officer officers policeman policemen soldier soldiers trooper troopers marine marines serviceman servicemen guard guards bodyguard bodyguards watchman colonel general captain major lieutenant sergeant corporal admiral commander commanders adviser advisers advisor advisors wife husband son sons daughter daughters brother brothers sister sisters mother family families relative relatives villager villagers worshipper worshippers volunteer volunteers elder elders prisoner prisoners hostage hostages refugee refugees migrant migrants informant informants demonstrator demonstrators protester protesters victim victims indian indians youth youths member members chief director secretary counselor spokesman spokeswoman fisherman fishermen shepherd shepherds guide guides baby babies infant minor minors couple foreigner foreigners americans american writer poet economist rapporteur militant bystander bystanders hitchhiker physician sociologist lecturer delegate delegates aide aides negotiator negotiators',
  ),
  attackers: words(
    'guerrilla guerrillas rebel rebels terrorist terrorists gunman gunmen attacker attackers assailant assailants extremist extremists subversive subversives individual individuals hitman hitmen assassin assassins killer killers murderer murderers kidnapper kidnappers criminal criminals bandit bandits trafficker traffickers insurgent insurgents militiaman militiamen paramilitaries paramilitary sniper snipers hooligans mercenary mercenaries radicals jihadist jihadists separatist separatists fighter fighters unknowns thugs delinquents bombers bomber sicarios perpetrators perpetrator narco-terrorists narcoterrorists narco-traffickers drug-traffickers narcos kingpins outlaws vigilantes mutineers settlers',
  ),
  bodies: words(
    'commandos commando front army movement movements organization organizations organisation organisations party cartel cartels command brigade brigades battalion forces force mafia mafias police group groups squad squads path government regime militia militias gang gangs patriotic liberation union coordinating-board directorate extraditables military unit units column columns troops regiment authorities guard coalition alliance faction factions command navy band bands mob',
  ),
  groups: words(
    'fmln fpl erp farc eln epl m-19 mrta urng egp fpmr fpmr-a cinchoneros extraditables sendero senderista senderistas lautaro contras m-l m-26 eta ira grapo pkk ypg sdf plo hamas hezbollah hizbullah taliban al-qaeda al-qaida qaeda al-shabaab shabaab boko iswap jnim isis isil daesh hts houthi houthis npa milf abu-sayyaf ltte naxalites naxalite maoists lra m23 adf fdlr codeco rsf splm-io tplf ola unita renamo swapo polisario jem janjaweed kla uck rss naxal knla kia tnla arakan-army pdf mnlf unitas fln gia aqim ansar-dine',
  ),
  things: words(
    'embassy embassies consulate consulates residence residences house houses home homes building buildings office offices headquarters hq bank banks branch branches store stores shop shops supermarket supermarkets market markets restaurant restaurants hotel hotels hospital hospitals clinic clinics school schools university universities college church churches cathedral mosque mosques temple monument monuments museum theater theatre cinema station stations substation substations barracks garrison base bases post posts checkpoint checkpoints outpost outposts airport airports airfield runway bridge bridges railroad railway tracks pipeline pipelines pylon pylons tower towers line lines plant plants dam factory factories refinery well wells installation installations facility facilities warehouse warehouses depot depots vehicle vehicles car cars truck trucks bus buses train trains ambulance ambulances motorcycle jeep jeeps van plane planes aircraft airplane airplanes helicopter helicopters boat boats ship ships tanker tankers convoy convoys patrol patrols farm farms crops ranch plantation palace hall ministry prison jail courthouse court center centre complex compound premises gate gates wall door entrance window windows basement lobby roof facade newspaper studio transmitter antenna antennas poles equipment machinery property cafe bar discotheque club mall kiosk school-house lorry lorries bakery bakeries camp camps wall tractor tractors shopping-center water-tank transformer transformers generator generators tent tents settlement box boxes booth booths brothel brothels institute establishment establishments automobile automobiles agency agencies kiosks chapel synagogue bookstore pump pumps pole system systems network poles tires wharf pier dock docks dormitory club clubs newspapers magazine bakery synagogue cemetery bookstores theaters cinemas churches',
  ),
  weapons: words(
    'bomb bombs dynamite grenade grenades explosive explosives stick sticks trap traps rpg rpgs firebomb firebombs napalm car-bomb mine mines rocket rockets mortar mortars missile missiles machinegun machineguns machine-gun machine-guns submachine-gun submachine-guns submachinegun submachineguns rifle rifles pistol pistols gun guns shotgun revolver device devices charge charges firearm firearms weapon weapons knife knives machete machetes shell shells bullet bullets bazooka artillery ak-47 ak-47s m-16 tnt molotov-cocktail cocktails torpedo bombshell gas launcher launchers howitzers tank tanks drone drones ied ieds vests vest gasoline artifact artifacts',
  ),
  neither: words(
    'highway highways road roads street wounds rise prices town city village villages municipality department province district region area zone country capital place street avenue neighborhood neighbourhood sector year years month months week weeks day days hour hours minute minutes morning afternoon evening night time dawn noon monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december attack attacks murder killing kidnapping assassination bombing explosion blast ambush raid incident incidents crime crimes action actions operation operations offensive war violence death deaths damage damages fighting clash clashes report reports statement communique investigation trial case news agreement talks peace process election elections attempt plan responsibility credit world hand life lives right rights reason cause effect result situation fact matter part way threat threats wave series violence order orders law state sources source level kilometers meters km miles position positions territory border frontier pact reports campaign protest action number total heavy panic alarm terror losses casualties condemnation consequence repudiation trail details reward ransom fact that',
  ),
  collectives: words(
    'members member group groups band column wave series kilos pounds sticks number dozens hundreds scores couple pair series elements squad commando some several most many rest majority gang team list groups faction handful thousands bodies body',
  ),
  determiners: words(
    'a an the this that these those his her its their our my your some any each every several many various another other others both all no such unknown-number few couple certain at-least said aforementioned',
  ),
  numbers: words(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen dozens hundreds scores half',
  ),
  softeners: words(
    'least about around some nearly almost over more than approximately up to estimated roughly only at an',
  ),
  stops: words(
    'continue continues continued suffered suffer caused cause causing of in on at by for from with without to into onto against near under over after before during since until till between among through across toward towards outside inside behind beside around about as and or but nor yet so because although though while when where who whom whose which that than if unless whether is are was were be been being am has have had having do does did will would shall should can could may might must not it he she they we i you him them us me there here also then today yesterday tonight tomorrow now ago already still only just even again later earlier recently meanwhile however according said says say told tells reported reports stated announced added noted claimed claims denied took take taken takes taking left leave leaves leaving made make making went go gone came come found find began begin became become broke put gave given held hold saw seen knew known got get kept met ran run sent fell rose spoke thought brought led stood sat lost paid felt heard won caught drove fled flew rode grew hid hung wore blamed accused asked called believes believe believed issued using used via per aboard amid despite inside off out up down along upon within minutes identified named dead alive hostage shortly monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december last morning afternoon night evening both neither either apparently allegedly reportedly immediately nearby early late next',
  ),
  adjectives: words(
    'presumed armed unarmed unidentified hooded masked uniformed retired united so-called alleged suspected elected wounded injured heavily mutilated decapitated displaced shining fighting mining housing training building shopping neighboring visiting leading parking wanted outlawed leftwing moving coordinating printing processing pumping banking manufacturing organized detained handcuffed charred red sacred hundred unsaid ruling opposing broadcasting power-generating meeting king wing ring landing gunned limited gunshot associated advanced married trusted kidnapped assassinated murdered',
  ),
  passive: words('was were been being be is are got gets get'),
  adverbs: words(
    'also then later today yesterday tonight brutally savagely apparently allegedly reportedly immediately already recently seriously slightly badly fatally gravely critically mortally totally completely partially severely extensively virtually almost simultaneously subsequently again reportedly presumably supposedly finally previously earlier now not never first repeatedly deliberately indiscriminately heavily violently viciously both all reportedly treacherously cowardly',
  ),
  qualities: words(
    'powerful strong huge large small big heavy new old young unexploded alleged presumed suspected well-known prominent renowned famous important numerous innocent defenseless more still',
  ),
  titles: words(
    'mr mrs ms miss dr doctor father fr sister monsignor gen general col colonel lt lieutenant capt captain maj major sgt sergeant cpl corporal adm admiral sen senator rep president engineer don judge minister mayor governor ambassador professor prof attorney journalist businessman hopeful commander brother bishop archbishop deputy councilman candidate leader',
  ),
  units: words(
    'unit units fronts troops troop column columns group groups commandos commando cell cells patrol patrols elements forces members soldiers organization organizations organisation movement cadres combatants squad squads',
  ),
  fellows: words('members member cells cell commandos commando commands militants activists cadres'),
  leanings: words(
    'marxist marxist-leninist leninist maoist leftist left-wing leftwing rightist right-wing communist castroite pro-castro terrorist guerrilla rebel insurgent subversive extremist clandestine outlawed illegal so-called self-styled cowardly powerful notorious group organization criminal drug-trafficking ultraleftist ultrarightist urban rural special antiaircraft combat',
  ),
  weaponKinds: words(
    'car truck time hand fragmentation automatic heavy light high-powered booby molotov homemade home-made rocket-propelled antitank anti-tank antipersonnel anti-personnel submachine machine incendiary plastic assault land pipe letter parcel fire gasoline petrol sniper hunting short-wave napalm phosphorous explosive long-range',
  ),
  weaponFollows: words(
    'fire explosion explosions attack attacks blast blasts strike strikes bombardment threat threats',
  ),
  generals: words(
    'kill kills murder murders assassinate assassinates execute executes massacre shoot shoots stab stabs torture kidnap kidnaps abduct abducts rape rapes attack attacks ambush ambushes bomb bombs dynamite destroy destroys damage damages burn raid raids sabotage strike strikes target targets place plant throw toss launch explode explodes die dies',
  ),
  doors: words('entrance entrances door doors gate gates window windows wall walls facade doorway roof lobby basement'),
  premises: words(
    'office offices headquarters residence residences home homes house houses branch branches agency agencies building buildings installations installation facilities facility premises embassy consulate plant plants warehouse warehouses station stations',
  ),
  state: words(
    'police army government administration authorities forces troops soldiers policemen navy state security judicial',
  ),
  military: words(
    'military army garrison garrisons barracks battalion battalions brigade brigades troops soldier soldiers patrol patrols position positions regiment cavalry guerrilla guerrillas rebel rebels camp camps camps detachment detachments enemy outpost outposts helicopter helicopters gunship gunships aircraft paratrooper paratroopers combatants infantry artillery contras contra fmln unit units column columns bastion bastions redoubts terrorist terrorists trenches navy marines',
  ),
  clashes: words(
    'clash clashes clashed clashing combat combats fighting battle battles skirmish skirmishes repelled repulsed',
  ),
  commons: words(
    'someone somebody anyone anybody everyone nobody none crewmember crewmembers crew follower followers sectors sector group groups crowd populace population public people others another other life lives dead wounded injured body bodies target targets himself herself themselves itself something nothing anything everything country world nation nations state states democracy peace enemy enemies time day days thing things friend friends colleague colleagues companion companions partner partners comrade comrades neighbor neighbors escort escorts spouse kin head heads top left-wing right-wing central national political social popular union trade labor military local public secretary general general-secretary aide assistant army police security human rights church catholic opposition peasant party government u.s british french german spanish italian israeli american salvadoran colombian peruvian guatemalan honduran chilean nicaraguan panamanian bolivian ecuadoran syrian russian animals cattle dog dogs horse horses same own first second third new young old great large small several such key',
  ),
}
