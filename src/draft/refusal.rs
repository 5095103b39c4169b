//! Why a mention is no stay of the subject.

/// Why a mention of a place is not a stay of the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody or something else is there.
    Other,
    /// No verb or noun says that anybody is there.
    NoPredicate,
    /// Planned, hoped for, invited to, offered.
    Unreal,
    /// "did not", "never", "refused to".
    Negated,
    /// The verb moves somebody else: "sent troops to".
    MovesOthers,
    /// After the subject's death.
    Posthumous,
    /// Before the subject's birth.
    BeforeBirth,
    /// The preposition makes the place a topic: "about", "against".
    Topic,
    /// The place says where somebody or something is from or of.
    Attribute,
    /// It is part of the name of an organisation, event or work that is not a place.
    Embedded,
    /// It contains the place named before it.
    Container,
    /// A wider place where a finer one is told.
    Wider,
    /// Inside quotation marks.
    Quoted,
    /// In a title, caption, list or note.
    NotProse,
}

impl Refusal {
    /// The word for `--explain`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Other => "other-subject",
            Self::NoPredicate => "no-predicate",
            Self::Unreal => "unreal",
            Self::Negated => "negated",
            Self::MovesOthers => "moves-others",
            Self::Posthumous => "posthumous",
            Self::BeforeBirth => "before-birth",
            Self::Topic => "topic",
            Self::Attribute => "attribute",
            Self::Embedded => "embedded",
            Self::Container => "container",
            Self::Wider => "wider-place",
            Self::Quoted => "quoted",
            Self::NotProse => "not-prose",
        }
    }
}
