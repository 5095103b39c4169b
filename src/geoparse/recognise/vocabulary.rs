//! AnnotatedTokens that say something about the names beside them. English function
//! words, titles and nouns: no names of persons or places.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word can be; a set of the constants below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    pub const NONE: Self = Self(0);
    /// `in`, `near`, `towards`: what follows is a place.
    pub const PREPOSITION: Self = Self(1);
    /// `in`, `at`, `near`: even a name that nobody knows is a place's then.
    pub const STRONG_PREPOSITION: Self = Self(1 << 21);
    /// `of`, `by`, `for`: what follows may be one.
    pub const WEAK_PREPOSITION: Self = Self(1 << 1);
    /// `Mr`, `General`, `President`: what follows is a person.
    pub const TITLE: Self = Self(1 << 2);
    /// `University`, `Committee`: a name with it is an organisation's.
    pub const ORGANISATION: Self = Self(1 << 3);
    /// `Conference`, `War`: a name with it is an event's or a work's.
    pub const EVENT: Self = Self(1 << 4);
    /// `River`, `Valley`: ends the name of a piece of nature.
    pub const NATURE: Self = Self(1 << 5);
    /// `County`, `Province`: ends the name of a piece of government.
    pub const GOVERNMENT: Self = Self(1 << 6);
    /// `Street`, `Station`, `Prison`: ends the name of a site.
    pub const SITE: Self = Self(1 << 7);
    /// `Lake`, `Fort`, `Mount`: begins the name of a place.
    pub const LEADING: Self = Self(1 << 8);
    /// `northern`, `downtown`: a part of the place that follows.
    pub const DIRECTION: Self = Self(1 << 9);
    /// `said`, `wrote`: what stands before is a person.
    pub const SPEECH: Self = Self(1 << 10);
    /// `city`, `village`: with "of" or in apposition, a place.
    pub const PLACE_NOUN: Self = Self(1 << 11);
    /// `June`, `Monday`.
    pub const CALENDAR: Self = Self(1 << 12);
    /// `Twentieth`: a regiment follows.
    pub const ORDINAL: Self = Self(1 << 13);
    /// `de`, `am`, `upon`: within names written small.
    pub const PARTICLE: Self = Self(1 << 14);
    /// Begins sentences: articles, pronouns, conjunctions, adverbs.
    pub const FUNCTION: Self = Self(1 << 15);
    /// `Jr.`, `family`: what stands before is a person.
    pub const PERSONAL: Self = Self(1 << 16);
    /// `regiment`, `cavalry`, `troops`: what stands before belongs to it.
    pub const MILITARY: Self = Self(1 << 17);

    /// `residents`, `officials`: what stands before is where they belong.
    pub const LOCAL: Self = Self(1 << 18);
    /// `counties`, `rivers`: what stands before is a list of such.
    pub const SEVERAL: Self = Self(1 << 19);

    /// `steamer`, `frigate`: what follows is a ship.
    pub const VESSEL: Self = Self(1 << 20);

    /// `virus`, `fever`: a disease is called after a place.
    pub const DISEASE: Self = Self(1 << 22);

    /// `born`, `arrested`: after "was", what stands before is a person.
    pub const PASSIVE_PERSON_VERB: Self = Self(1 << 23);

    /// `-born`, `-based`: what stands before the hyphen is a place.
    pub const FROM: Self = Self(1 << 25);

    /// `met`, `told`: what follows is a person, or a body of them.
    pub const ADDRESS: Self = Self(1 << 24);

    /// `Ford`, `Tavern`: sites that the country calls after their owners.
    pub const COUNTRY_SITE: Self = Self(1 << 26);

    /// `Palace`, `Hotel`: buildings are too many for any gazetteer that is not
    /// made for them.
    pub const BUILDING: Self = Self(1 << 27);

    /// `Avenue`, `Lane`: streets are found in every town.
    pub const STREET: Self = Self(1 << 28);

    /// `North`, `Upper`: with a capital, it is part of a name.
    pub const COMPASS: Self = Self(1 << 29);

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Any of these?
    pub const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The longest word of the lists has fewer bytes.
const LONGEST: usize = 20;

/// What a word can be, whatever its case.
pub(super) fn class(word: &str) -> Class {
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..word.len()) else { return Class::NONE };
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    WORDS.get(&*small).copied().unwrap_or_default()
}

static WORDS: LazyLock<HashMap<&'static [u8], Class, FoldHash>> = LazyLock::new(|| {
    let mut words: HashMap<&'static [u8], Class, FoldHash> = HashMap::default();
    for (class, list) in LISTS {
        for word in list.split_whitespace() {
            let known = words.entry(word.as_bytes()).or_default();
            *known = known.or(*class);
        }
    }
    words
});

/// FNV-1a: the keys are ours and short.
#[derive(Clone, Copy)]
pub(super) struct Fnv(u64);
pub(super) type FoldHash = std::hash::BuildHasherDefault<Fnv>;

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl std::hash::Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

const LISTS: &[(Class, &str)] = &[
    (
        Class::PREPOSITION,
        "in at near from to toward towards into across around outside inside within through \
         throughout via between beyond reached reaching entered entering invaded invading leaving \
         visited visiting visit occupied evacuated crossed captured besieged opposite below \
         above against beside along off on onto over past behind upon reach enter leave invade",
    ),
    (
        Class::STRONG_PREPOSITION,
        "in at near toward towards around outside reached entered visited captured besieged occupied \
         evacuated invaded",
    ),
    (Class::WEAK_PREPOSITION, "of by for with"),
    (
        Class::TITLE,
        "mr mrs ms miss dr prof professor sir madam dame lord lady baron baroness count countess \
         duke duchess prince princess king queen emperor empress tsar czar tsarina kaiser sultan \
         shah pope cardinal archbishop bishop rev reverend father brother sister rabbi imam \
         ayatollah sheikh president premier chancellor minister secretary senator sen congressman \
         congresswoman representative rep governor gov mayor ambassador consul commissioner judge \
         justice attorney general gen major maj colonel col lieutenant lieut lt captain capt \
         sergeant sgt corporal private admiral commodore commander marshal brigadier ensign chief \
         sheriff detective officer inspector coach spokesman spokeswoman spokesperson chairman \
         chairwoman director ceo comrade citizen señor don doña monsieur madame mme herr frau \
         actor actress singer author poet painter composer philosopher historian economist \
         revolutionary activist journalist archduke marquis marquess viscount earl tzar messrs \
         surgeon adjutant quartermaster superintendent deputy vice-president aunt uncle cousin \
         king's mullah mahatma",
    ),
    (
        Class::ORGANISATION,
        "university college institute academy school seminary department ministry bureau agency \
         committee commission council congress parliament senate assembly duma soviet party league \
         union association society federation confederation organization organisation company \
         corporation corp inc ltd co bank times post herald tribune gazette journal globe press \
         news observer chronicle courier dispatch examiner inquirer mirror record register review \
         star sun telegraph daily weekly hospital clinic church cathedral museum library court \
         police army navy force forces guard guards division brigade corps battalion regiment \
         fleet squadron railroad railway railways airlines airways motors industries group team \
         club orchestra symphony philharmonic ballet opera theatre theater gallery studio studios \
         pictures records foundation fund trust exchange authority administration office service \
         services center centre legislature government front movement brotherhood directorate \
         secretariat cheka gubernia zemstvo medical health state-run radio television network \
         broadcasting championship championships olympics games cup bowl festival awards \
         cowboys giants red united rangers yankees dodgers lions bears tigers eagles \
         independent morning evening laboratories laboratory systems technologies international \
         conservatory conservatoire lyceum gymnasium faculty synod diocese patriarchate mission \
         stock cooperative collective editorial tigers bulls knights raiders wildcats bulldogs \
         jews catholics house zoo department battery division",
    ),
    (
        Class::EVENT,
        "war wars battle siege revolution uprising rebellion revolt massacre crisis treaty \
         agreement accord accords pact convention conference protocol declaration act campaign \
         offensive operation expedition crash earthquake fire plot robbery summit talks trial \
         trials plan doctrine affair incident exhibition exposition fair marathon derby open grand \
         prix commune spring armistice peace coup mutiny days events concordat charter statement \
         communiqué question strike process edition edict manifesto \
         raid massacres riots pogrom pogroms",
    ),
    (
        Class::NATURE,
        "river rivers creek brook bayou lake lakes sea ocean bay gulf strait straits sound \
         island islands isle isles archipelago peninsula cape point mountain mountains mount hill \
         hills ridge range valley canyon gorge pass plateau plain plains desert forest woods swamp \
         marsh delta coast beach falls springs basin glacier volcano peak heights bluff bluffs \
         landing gap run fork forks shoals bend harbor harbour reef cliffs steppe oasis highlands \
         lowlands tributary estuary lagoon hollow knob prairie",
    ),
    (
        Class::GOVERNMENT,
        "county regency province governorate region district prefecture oblast krai kray raion okrug \
         territory canton parish township borough municipality emirate voivodeship \
         vilayet sanjak principality duchy kingdom republic empire khanate colony protectorate \
         guberniya uyezd volost metropolis city town village autonomous ssr",
    ),
    (
        Class::SITE,
        "street road avenue boulevard lane square park station airport bridge prison palace castle \
         tower fortress fort barracks cemetery monument hotel mill mills ferry ford crossroads \
         junction depot court-house courthouse plantation farm ranch camp port dock docks pier \
         canal railway metro refinery factory works mine mines stadium arena plaza gardens garden \
         monastery abbey convent temple mosque synagogue hall line dam tunnel highway interstate \
         expressway drive observatory arsenal redoubt wharf tavern store meeting-house \
         crossing heliport base airfield quarter neighborhood neighbourhood suburb estate",
    ),
    (
        Class::COUNTRY_SITE,
        "ferry ford mill mills station store tavern crossing bridge junction courthouse crossroads \
         wharf factory",
    ),
    (
        Class::BUILDING,
        "palace hotel stadium hall church cemetery barracks gardens garden tower temple mosque abbey \
         convent castle arena monument court cathedral line works factory observatory zoo",
    ),
    (Class::STREET, "street road avenue boulevard lane drive highway interstate expressway"),
    (
        Class::COMPASS,
        "north south east west northern southern eastern western northeast northwest southeast \
         southwest upper lower middle central",
    ),
    (Class::LEADING, "lake mount mt fort ft cape camp port isle loch rio jebel jabal fort bayou"),
    (
        Class::DIRECTION,
        "north south east west northern southern eastern western central northeast northwest \
         southeast southwest northeastern northwestern southeastern southwestern north-east \
         north-west south-east south-west upper lower middle mid inner outer greater downtown \
         suburban rural coastal mainland modern-day present-day nearby metropolitan neighbouring \
         neighboring occupied ancient modern medieval colonial independent war-torn",
    ),
    (
        Class::SPEECH,
        "said says told added argued wrote asked replied explained noted claimed declared announced \
         stated insisted believed thought felt agreed answered remarked recalled testified married \
         died resigned himself herself who whose whom smiled laughed knew loved met commented \
         admitted denied suggested spoke signed read taught studied promised lived",
    ),
    (Class::FROM, "born bred based educated trained bound held controlled administered occupied"),
    (
        Class::PASSIVE_PERSON_VERB,
        "born baptised baptized christened married shot killed murdered assassinated poisoned hanged \
         executed beheaded wounded arrested jailed imprisoned exiled banished deported expelled \
         sentenced pardoned elected appointed promoted knighted educated raised apprenticed",
    ),
    (
        Class::ADDRESS,
        "met told asked thanked married befriended persuaded convinced informed urged congratulated \
         begged introduced interviewed appointed arrested dismissed",
    ),
    (
        Class::PLACE_NOUN,
        "city cities town towns village villages hamlet settlement port capital suburb district \
         region province county state states country countries island islands republic kingdom \
         municipality township borough neighborhood neighbourhood area community prefecture colony \
         territory fortress governorate station resort coast coasts shores banks streets outskirts \
         suburbs vicinity north south east west northeast northwest southeast southwest borders \
         border frontier isle peninsula valley bay gulf strait direction siege capture fall \
         occupation invasion defense defence people population citizens inhabitants residents \
         miles kilometers kilometres km part parts rest heart center centre outside left right bank",
    ),
    (
        Class::CALENDAR,
        "january february march april may june july august september october november december \
         monday tuesday wednesday thursday friday saturday sunday jan feb apr jun jul aug sept sep \
         oct nov dec christmas easter ramadan",
    ),
    (
        Class::ORDINAL,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
         thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth \
         thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth \
         twenty-first thirty-first forty-first fifty-first",
    ),
    (
        Class::PARTICLE,
        "de del della der den des di do dos da du la le les el al am an auf aux bei im in sur sous \
         upon on of the y e i zu zur van von und au en sub",
    ),
    (
        Class::FUNCTION,
        "the a an this that these those he she it they we you i his her its their our my your and \
         but or nor so yet for if when while where after before although though because since \
         until as at by from in into of on to with without about against among during under over \
         then there here now later soon once only even also however meanwhile moreover instead \
         thus therefore both each every all any some many most few several other another such no \
         not what who which how why is was are were be been has have had do did does will would \
         can could may might must shall should per via between up down off than too very more \
         less another one two three four five six seven eight nine ten yes today yesterday \
         tomorrow tonight according despite following including upon within near across",
    ),
    (
        Class::LOCAL,
        "man woman resident residents native natives official officials police mayor couple family \
         teenager authorities area region suburb suburbs hospital airport newspaper office \
         headquarters outskirts governor citizens citizen people district province county city town \
         village state port railway station prison",
    ),
    (
        Class::SEVERAL,
        "counties provinces districts rivers governorates regions islands towns cities",
    ),
    (
        Class::VESSEL,
        "steamer steamers frigate frigates gunboat gunboats destroyer destroyers cruiser cruisers \
         battleship battleships monitor monitors ironclad ironclads ship ships flagship uss hms hmcs \
         hmas ss schooner brig sloop corvette submarine ferryboat liner transport tug vessel yacht \
         steamship warship newspaper journal magazine novel film album song poem band",
    ),
    (Class::DISEASE, "virus viruses fever syndrome disease encephalitis ebolavirus flu influenza"),
    (Class::PERSONAL, "jr sr iii family brothers administration's"),
    (
        Class::MILITARY,
        "infantry cavalry artillery regiment regiments battery volunteers militia volunteer troops \
         brigade battalion heavy light colored reserves sharpshooters zouaves rifles dragoons \
         fusiliers hussars grenadiers",
    ),
];
