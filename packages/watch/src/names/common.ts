// Names so common that they tell nothing of who somebody is, given names and family names, in the order of their regions.

/** From general knowledge of how often names are borne, not counted. Each stands for all of its spellings. */
export const COMMON: readonly string[] = [
  // Given names of the Arab world.
  'muhammad mahmud ahmad hamid hamad hasan husayn ali umar uthman amr amir khalid ibrahim ismail ishaq yaqub yusuf musa isa harun',
  'dawud sulayman mustafa said saad salih salim salman samir sami samih karim kamal jamal jamil jabir jafar nasir nasr nabil nizar',
  'tariq tahir tawfiq walid wail wisam yahya yasin yasir zakariya zayd ziyad zahir adil adnan akram amin anas anwar asad ashraf ayman',
  'ayyub badr bakr basim bilal bassam daud faysal fadi fahd farid faris faruq fawaz fuad ghassan haitham hani haydar hisham hikmat',
  'idris imad issam iyad jihad khalil khadr latif luay majid mahdi malik mansur marwan masud mazin mubarak munir murad muntasir muslim',
  'nuri nabih nadim nasim qasim rafiq rahim rami rashid raid ridha riyad sabri sadiq safwan sharif shakir sultan suhayl taha talal tamir',
  'usama abbas aziz aqil hatim hafiz habib hashim jawad junayd mujahid mukhtar muin mutasim naim raouf rauf sabir sadam shadi subhi',
  'fatima maryam aisha zaynab khadija amina layla hind sara salma nur huda iman rim rania samira nadia yasmin hanan zahra ruqayya',
  'abdallah abdrahman abdaziz abdkarim abdlatif abdmalik abdqadir abdrahim abdsalam abdhamid abdhadi abdjabbar abdrazzaq abdwahid',
  'abdghani abdfattah abdmajid abdnasir abdbasit abdhakim abdsamad abdwahhab',
  'nuruddin salahuddin shamsuddin jamaluddin izzuddin sayfuddin nasruddin imaduddin alauddin badruddin fakhruddin jalaluddin kamaluddin',
  // Family names of the region.
  'masri shami iraqi ansari hashimi hasani tamimi maliki haddad najjar khuri',
  'khatib qadi hakim sabbagh hallaq bakri umari zahrani ghamdi qahtani harbi otaibi shammari dosari mutairi anzi shahri asiri yamani',
  'maghribi sudani turki kurdi hindi zaydi saadi ahmadi muhammadi karimi rahimi rashidi hamidi hamdan ayoub',
  // Given names and family names written in Cyrillic.
  'ivan petr pavel sergei aleksandr aleksei andrei anton boris vladimir viktor vasili vadim valeri vitali viacheslav gennadi georgi grigori',
  'dmitri denis evgeni egor igor ilia kirill konstantin leonid maksim mikhail nikita nikolai oleg roman ruslan stanislav timur fedor iuri',
  'anna elena olga natalia tatiana irina maria svetlana ekaterina liudmila galina nina vera nadezhda',
  'ivanov petrov sidorov smirnov kuznetsov popov vasilev sokolov mikhailov novikov fedorov morozov volkov alekseev lebedev semenov egorov',
  'pavlov kozlov stepanov nikolaev orlov andreev makarov nikitin zakharov zaitsev solovev borisov iakovlev grigorev romanov vorobev sergeev',
  'frolov aleksandrov dmitriev korolev gusev kiselev ilin maksimov poliakov sorokin kovalenko shevchenko magomedov aliev akhmedov ibragimov',
  'gadzhiev ivanova petrova smirnova kuznetsova magomed ramazan shamil aslan rustam',
  // Given names and family names of English, French, German and Spanish.
  'john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew',
  'kenneth george joshua kevin brian edward ronald timothy jason jeffrey ryan jacob peter henry adam alexander alexandre simon stephen',
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret sandra emily laura anne catherine',
  'smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson taylor moore jackson',
  'martin lee thompson white harris clark lewis robinson walker young allen king wright scott hill green baker hall carter mitchell roberts',
  'jean pierre michel philippe jacques louis francois bernard dubois durand moreau laurent lefebvre hans klaus wolfgang muller schmidt',
  'schneider fischer weber meyer wagner becker schulz hoffmann jose juan carlos luis antonio manuel pedro maria perez sanchez fernandez',
  // Given names and family names of Turkey, Iran and South Asia.
  'mehmet ahmet mustapha huseyin hasan murat yilmaz kaya demir sahin celik yildiz reza mohsen mehdi amir hossein khan singh kumar',
  'sharma patel begum akhtar iqbal malik chaudhry qureshi siddiqui baloch afridi rahman hussain bibi gul noor zaman jan',
].flatMap((line) => line.split(' '))
