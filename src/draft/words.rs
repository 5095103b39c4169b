//! Closed classes of English words that clauses are read by.

use std::sync::LazyLock;

use enumset::{EnumSet, EnumSetType};
use rustc_hash::FxHashMap;

/// What a word can be.
#[derive(EnumSetType, Debug)]
pub(super) enum Class {
    /// "the", "a", "its"
    Determiner,
    /// "in", "to"
    Preposition,
    /// "when", "after": begins a clause, or stands before a noun or a participle.
    Subordinator,
    /// "who", "which", "where"
    Relative,
    /// "and", "but", "or"
    Conjunction,
    /// "was", "had"
    Auxiliary,
    /// forms of "be" that make a passive
    Be,
    /// "might", "should"
    Modal,
    /// "not", "never"
    Negation,
    /// "later", "then"
    Adverb,
    /// The past form of an irregular verb that is no predicate.
    Verb,
    /// "planned", "hoped": what depends on it is not real.
    Unreal,
    /// "refused", "declined"
    Refusing,
    /// "family", "couple": people with the subject among them.
    Together,
    /// "father", "son"
    Relation,
    /// "city", "village": stands before "of" and a name.
    PlaceNoun,
    /// "university", "prison": stands in its town.
    Institution,
    /// "times", "treaty": not a place, even if its name contains one.
    NotPlace,
    /// Looks like a verb in -ed or -ing and is none.
    NotVerb,
    /// "mr", "professor": before a name.
    Title,
}

const CLASSES: [(Class, &str); 20] = [
    (
        Class::Determiner,
        "the a an his her its their my our this that these those some any each every no one two three both another several many other nearby",
    ),
    (
        Class::Preposition,
        "in at to from near into onto of by with for on via through throughout across around round outside inside within toward towards between among against about over under during along beyond past off beside behind up down aboard upon without concerning regarding versus like unlike including",
    ),
    (
        Class::Subordinator,
        "when while whilst after before until till because although though since as if once whereas unless where upon despite",
    ),
    (Class::Relative, "who whom whose which where that"),
    (Class::Conjunction, "and but or nor yet then"),
    (
        Class::Auxiliary,
        "was were is are am be been being had has have having did does do got would could can may might must should will shall",
    ),
    (Class::Be, "was were is are be been being got"),
    (Class::Modal, "may might must should will shall can"),
    (
        Class::Negation,
        "not never neither nor cannot hardly without instead n't didn't wasn't couldn't",
    ),
    (
        Class::Adverb,
        "later then also soon eventually first again finally once twice not never only already still there here thus therefore together back home abroad away now next afterwards afterward thereafter meanwhile instead just almost even perhaps too forth out up down off first-time however twice-yearly further half-heartedly himself herself both ever nonetheless nevertheless so alone ago on in",
    ),
    (
        Class::Verb,
        "became began wrote met saw took gave made got held kept led lost ran said set spent spoke stood taught told thought won found felt knew drew fell chose broke bought built caught dealt forgot hit hurt laid lay let lent meant paid put read rose sang sank sat sold shook shut slept sought stole stuck struck swore threw understood woke wore withdrew bore befell undertook overcame underwent foresaw arose bet cut cost dug fed forbade forgave hung heard knelt lit overthrew quit rang sent shone showed sprang stank strove swam swept swung tore wept wound does says tells writes becomes takes makes gives finds sees explores follows narrates invites recalls remembers claims contains includes features appears joins helps begins continues",
    ),
    (
        Class::Unreal,
        "plan plans planned planning intend intended intends intending hope hoped hopes hoping wish wished wishes want wanted wants desire desired propose proposed consider considered considering contemplate contemplated dream dreamed dreamt invitation invite invited invites offer offered offers apply applied promise promised expect expected announce announced suggest suggested advise advised urge urged encourage encouraged refuses permission request requested ask asked demand demanded threaten threatened hesitate unable failed fail instead scheduled due supposed convince convinced persuade",
    ),
    (
        Class::Refusing,
        "refuse refused decline declined reject rejected cancel cancelled canceled avoid avoided deny denied prevent prevented forbid forbade forbidden barred",
    ),
    (
        Class::Together,
        "family couple pair two brothers sisters newlyweds party group trio household both",
    ),
    (
        Class::Relation,
        "father mother parents brother brothers sister sisters son sons daughter daughters wife husband widow uncle aunt grandfather grandmother cousin nephew niece ancestors children friend friends colleague teacher mentor assistant student students professor successor predecessor partner",
    ),
    (
        Class::PlaceNoun,
        "city town village hamlet province state region port island islands isle suburb district county capital countryside outskirts coast parish municipality borough republic kingdom governorate commune settlement estate castle area banks shore cities towns villages provinces islands districts ports states estates north south east west centre center",
    ),
    (
        Class::Institution,
        "university college school academy institute institution hospital clinic seminary conservatory conservatoire gymnasium lycée prison jail gaol penitentiary fortress museum garden gardens library laboratory observatory theatre theater opera hall cathedral church abbey monastery convent palace castle camp station house stadium court hotel polytechnic grammar high faculty department cemetery gallery studio airport base farm street square park barracks dockyard shipyard mine works factory sanatorium asylum",
    ),
    (
        Class::NotPlace,
        "times post herald tribune guardian gazette review press journal magazine treaty war battle campaign accord accords agreement award prize medal cup league united city fc company corporation inc ltd band song album novel film movie party army corps regiment division brigade fleet dynasty club symphony orchestra broadcasting news records pact act law constitution order radio television flotilla revolution uprising rebellion society association movement council committee",
    ),
    (
        Class::NotVerb,
        "hundred indeed naked sacred red bed need seed speed breed feed kindred wicked rugged united limited former-ed king ring spring string thing nothing something anything everything during morning evening building sibling being wing bring sing sling according including regarding following concerning notwithstanding allied gifted talented aged so-called biased renowned acclaimed left-handed",
    ),
    (
        Class::Title,
        "mr mrs ms miss dr prof professor sir lord lady king queen general colonel captain major lieutenant president prime minister senator bishop archbishop pope father saint st prince princess count baron young reverend rev",
    ),
];

static TABLE: LazyLock<FxHashMap<&'static str, EnumSet<Class>>> = LazyLock::new(|| {
    let mut table: FxHashMap<&'static str, EnumSet<Class>> = FxHashMap::default();
    for (class, words) in CLASSES {
        for word in words.split(' ') {
            *table.entry(word).or_default() |= class;
        }
    }
    table
});

/// The classes of a word in lower case.
pub(super) fn classes(word: &str) -> EnumSet<Class> {
    TABLE.get(word).copied().unwrap_or_default()
}
