//! Words that say something about the names beside them. English function
//! words, titles and nouns: no names of persons or places.

use std::collections::HashMap;
use std::sync::LazyLock;

use enumset::{EnumSet, EnumSetType};
use rustc_hash::FxBuildHasher;

/// What a word can say about the name beside it. Most words are of several
/// classes.
#[derive(EnumSetType, Debug)]
pub(super) enum WordClass {
    /// `in`, `near`, `towards`: what follows is a place.
    Preposition,
    /// `in`, `at`, `near`: what follows is a place even if no gazetteer has it.
    StrongPreposition,
    /// `of`, `by`, `for`: what follows may be a place.
    WeakPreposition,
    /// `Mr`, `General`, `President`: what follows is a person.
    Title,
    /// `University`, `Committee`: a name with it is an organisation's.
    Organisation,
    /// `Conference`, `War`: a name with it is an event's or a work's.
    Event,
    /// `River`, `Valley`: ends the name of a natural feature.
    Nature,
    /// `County`, `Province`: ends the name of an administrative unit.
    Government,
    /// `Street`, `Station`, `Prison`: ends the name of a site.
    Site,
    /// `Lake`, `Fort`, `Mount`: begins the name of a place.
    Leading,
    /// `northern`, `downtown`: a part of the place that follows.
    Direction,
    /// `said`, `wrote`: a person precedes.
    Speech,
    /// `city`, `village`: with "of" or in apposition, a place.
    PlaceNoun,
    /// `June`, `Monday`: never a place.
    Calendar,
    /// `Twentieth`: a regiment follows.
    Ordinal,
    /// `de`, `am`, `upon`: written small within names.
    Particle,
    /// Articles, pronouns, conjunctions and adverbs, which begin sentences.
    Function,
    /// `Jr`, `brothers`, `administration`: a person precedes.
    Personal,
    /// `regiment`, `cavalry`, `troops`: the preceding name is part of the unit's.
    Military,
    /// `residents`, `officials`: the preceding name is their place.
    Local,
    /// `counties`, `rivers`: a list of them precedes.
    Several,
    /// `steamer`, `frigate`: what follows is a ship.
    Vessel,
    /// `virus`, `fever`: diseases are named after places.
    Disease,
    /// `born`, `arrested`: after "was", with a person before it.
    PassivePersonVerb,
    /// `-born`, `-based`: a place precedes the hyphen.
    From,
    /// `met`, `told`: what follows is a person, or a body of them.
    Address,
    /// `Ford`, `Tavern`: rural sites that are named after their owners.
    CountrySite,
    /// `Palace`, `Hotel`: buildings, of which gazetteers have few.
    Building,
    /// `Avenue`, `Lane`: streets, which recur in every town.
    Street,
    /// `North`, `Upper`: with a capital, it is part of a name.
    Compass,
    /// `Duke`, `Earl`: with "of", a person's title contains the name that follows.
    Peerage,
    /// `King`, `Dean`, `Abbot`: an office that the Old World has, of what follows "of".
    OldOffice,
    /// `boat`, `train`: two places joined by a dash are the ends of its way.
    Route,
    /// `St`, `Saint`.
    Saint,
    /// `feast`, `church`, `flag`: with "of", a saint follows.
    Dedication,
}

/// What one word can be.
pub(super) type WordClasses = EnumSet<WordClass>;

/// Longest word of the lists, in bytes.
const MAX_WORD_BYTES: usize = 20;

/// The classes of a word, ignoring case.
pub(super) fn classes(word: &str) -> WordClasses {
    let mut lower = [0; MAX_WORD_BYTES];
    let Some(lower) = lower.get_mut(..word.len()) else { return WordClasses::empty() };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    WORDS.get(&*lower).copied().unwrap_or_default()
}

/// The classes of two words joined by a hyphen, ignoring case.
pub(super) fn compound_classes(first: &str, second: &str) -> WordClasses {
    COMPOUNDS
        .iter()
        .filter(|(_, compound)| {
            compound.split_once('-').is_some_and(|(a, b)| {
                a.eq_ignore_ascii_case(first) && b.eq_ignore_ascii_case(second)
            })
        })
        .map(|(class, _)| *class)
        .collect()
}

static WORDS: LazyLock<HashMap<&'static [u8], WordClasses, FxBuildHasher>> = LazyLock::new(|| {
    let mut words: HashMap<&'static [u8], WordClasses, FxBuildHasher> = HashMap::default();
    for (class, list) in LISTS {
        for word in list.split_whitespace() {
            words.entry(word.as_bytes()).or_default().insert(*class);
        }
    }
    words
});

/// Compounds that the tokenizer cuts at the hyphen, where the halves alone say
/// something else or nothing. Both halves get the class.
const COMPOUNDS: &[(WordClass, &str)] = &[
    (WordClass::Title, "vice-president"),
    (WordClass::Site, "court-house"),
    (WordClass::Site, "meeting-house"),
    (WordClass::Direction, "modern-day"),
    (WordClass::Direction, "present-day"),
    (WordClass::Direction, "war-torn"),
];

const LISTS: &[(WordClass, &str)] = &[
    (
        WordClass::Preposition,
        "in at near from to toward towards into across around outside inside within through \
         throughout via between beyond reached reaching entered entering invaded invading leaving \
         visited visiting visit occupied evacuated crossed captured besieged opposite below \
         above against beside along off on onto over past behind upon reach enter leave invade",
    ),
    (
        WordClass::StrongPreposition,
        "in at near toward towards around outside reached entered visited captured besieged occupied \
         evacuated invaded",
    ),
    (WordClass::WeakPreposition, "of by for with"),
    (
        WordClass::Title,
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
         surgeon adjutant quartermaster superintendent deputy aunt uncle cousin \
         mullah mahatma",
    ),
    (
        WordClass::Organisation,
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
         secretariat cheka gubernia zemstvo medical health radio television network \
         broadcasting championship championships olympics games cup bowl festival awards \
         cowboys giants red united rangers yankees dodgers lions bears tigers eagles \
         independent morning evening laboratories laboratory systems technologies international \
         conservatory conservatoire lyceum gymnasium faculty synod diocese patriarchate mission \
         stock cooperative collective editorial bulls knights raiders wildcats bulldogs \
         jews catholics house zoo battery",
    ),
    (
        WordClass::Event,
        "war wars battle siege revolution uprising rebellion revolt massacre crisis treaty \
         agreement accord accords pact convention conference protocol declaration act campaign \
         offensive operation expedition crash earthquake fire plot robbery summit talks trial \
         trials plan doctrine affair incident exhibition exposition fair marathon derby open grand \
         prix commune spring armistice peace coup mutiny days events concordat charter statement \
         communiqué question strike process edition edict manifesto \
         raid massacres riots pogrom pogroms",
    ),
    (
        WordClass::Nature,
        "river rivers creek brook bayou lake lakes sea ocean bay gulf strait straits sound \
         island islands isle isles archipelago peninsula cape point mountain mountains mount hill \
         hills ridge range valley canyon gorge pass plateau plain plains desert forest woods swamp \
         marsh delta coast beach falls springs basin glacier volcano peak heights bluff bluffs \
         landing gap run fork forks shoals bend harbor harbour reef cliffs steppe oasis highlands \
         lowlands tributary estuary lagoon hollow knob prairie",
    ),
    (
        WordClass::Government,
        "county regency province governorate region district prefecture oblast krai kray raion okrug \
         territory canton parish township borough municipality emirate voivodeship \
         vilayet sanjak principality duchy kingdom republic empire khanate colony protectorate \
         guberniya uyezd volost metropolis city town village autonomous ssr",
    ),
    (
        WordClass::Site,
        "street road avenue boulevard lane square park station airport bridge prison palace castle \
         tower fortress fort barracks cemetery monument hotel mill mills ferry ford crossroads \
         junction depot courthouse plantation farm ranch camp port dock docks pier \
         canal railway metro refinery factory works mine mines stadium arena plaza gardens garden \
         monastery abbey convent temple mosque synagogue hall line dam tunnel highway interstate \
         expressway drive observatory arsenal redoubt wharf tavern store \
         crossing heliport base airfield quarter neighborhood neighbourhood suburb estate",
    ),
    (
        WordClass::CountrySite,
        "ferry ford mill mills station store tavern crossing bridge junction courthouse crossroads \
         wharf factory",
    ),
    (
        WordClass::Building,
        "palace hotel stadium hall church cemetery barracks gardens garden tower temple mosque abbey \
         convent castle arena monument court cathedral line works factory observatory zoo",
    ),
    (WordClass::Street, "street road avenue boulevard lane drive highway interstate expressway"),
    (
        WordClass::Compass,
        "north south east west northern southern eastern western northeast northwest southeast \
         southwest upper lower middle central",
    ),
    (WordClass::Leading, "lake mount mt fort ft cape camp port isle loch rio jebel jabal bayou"),
    (
        WordClass::Direction,
        "north south east west northern southern eastern western central northeast northwest \
         southeast southwest northeastern northwestern southeastern southwestern \
         upper lower middle mid inner outer greater downtown \
         suburban rural coastal mainland nearby metropolitan neighbouring \
         neighboring occupied ancient modern medieval colonial independent",
    ),
    (
        WordClass::Speech,
        "said says told added argued wrote asked replied explained noted claimed declared announced \
         stated insisted believed thought felt agreed answered remarked recalled testified married \
         died resigned himself herself who whose whom smiled laughed knew loved met commented \
         admitted denied suggested spoke signed read taught studied promised lived",
    ),
    (
        WordClass::From,
        "born bred based educated trained bound held controlled administered occupied",
    ),
    (
        WordClass::PassivePersonVerb,
        "born baptised baptized christened married shot killed murdered assassinated poisoned hanged \
         executed beheaded wounded arrested jailed imprisoned exiled banished deported expelled \
         sentenced pardoned elected appointed promoted knighted educated raised apprenticed",
    ),
    (
        WordClass::Address,
        "met told asked thanked married befriended persuaded convinced informed urged congratulated \
         begged introduced interviewed appointed arrested dismissed",
    ),
    (
        WordClass::PlaceNoun,
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
        WordClass::Calendar,
        "january february march april may june july august september october november december \
         monday tuesday wednesday thursday friday saturday sunday jan feb apr jun jul aug sept sep \
         oct nov dec christmas easter ramadan",
    ),
    (
        WordClass::Ordinal,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
         thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth \
         thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth",
    ),
    (
        WordClass::Particle,
        "de del della der den des di do dos da du la le les el al am an auf aux bei im in sur sous \
         upon on of the y e i zu zur van von und au en sub super under unter ob vor by next cum \
         with nad pod",
    ),
    (
        WordClass::Function,
        "the a an this that these those he she it they we you i his her its their our my your and \
         but or nor so yet for if when while where after before although though because since \
         until as at by from in into of on to with without about against among during under over \
         then there here now later soon once only even also however meanwhile moreover instead \
         thus therefore both each every all any some many most few several other another such no \
         not what who which how why is was are were be been has have had do did does will would \
         can could may might must shall should per via between up down off than too very more \
         less one two three four five six seven eight nine ten yes today yesterday \
         tomorrow tonight according despite following including upon within near across",
    ),
    (
        WordClass::Local,
        "man woman resident residents native natives official officials police mayor couple family \
         teenager authorities area region suburb suburbs hospital airport newspaper office \
         headquarters outskirts governor citizens citizen people district province county city town \
         village state port railway station prison",
    ),
    (
        WordClass::Several,
        "counties provinces districts rivers governorates regions islands towns cities",
    ),
    (
        WordClass::Vessel,
        "steamer steamers frigate frigates gunboat gunboats destroyer destroyers cruiser cruisers \
         battleship battleships monitor monitors ironclad ironclads ship ships flagship uss hms hmcs \
         hmas ss schooner brig sloop corvette submarine ferryboat liner transport tug vessel yacht \
         steamship warship newspaper journal magazine novel film album song poem band",
    ),
    (
        WordClass::Disease,
        "virus viruses fever syndrome disease encephalitis ebolavirus flu influenza",
    ),
    (
        WordClass::OldOffice,
        "king queen emperor empress tsar czar sultan khan emir pasha bey shah elector dean \
         archdeacon canon prebendary abbot abbess prior prioress",
    ),
    (
        WordClass::Route,
        "boat boats steamer steamers steamship liner ferry packet packets mail mails train trains \
         express railway railroad line lines service services route road traffic coach coaches \
         canal cable telegraph flight flights run crossing passage race",
    ),
    (WordClass::Saint, "st saint ste sainte san santa santo são"),
    (
        WordClass::Peerage,
        "duke dukes duchess marquess marquis marchioness earl earls count countess viscount \
         viscountess baron baroness lord lady prince princess margrave landgrave",
    ),
    (
        WordClass::Dedication,
        "feast day eve vigil octave festival altar church chapel basilica cathedral abbey priory \
         monastery convent shrine relics relic tomb bones statue image icon picture painting flag \
         banner cross sword gospel epistle rule knights confraternity guild patronage \
         intercession martyrdom miracles miracle cult name sign body head",
    ),
    (WordClass::Personal, "jr sr iii family brothers administration"),
    (
        WordClass::Military,
        "infantry cavalry artillery regiment regiments battery volunteers militia volunteer troops \
         brigade battalion heavy light colored reserves sharpshooters zouaves rifles dragoons \
         fusiliers hussars grenadiers",
    ),
];

#[cfg(test)]
mod tests;
