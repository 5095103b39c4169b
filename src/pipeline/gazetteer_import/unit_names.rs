//! Short names of administrative units: without a generic term such as "Province" or
//! "Landkreis".

/// The names of a unit without its generic term: `Kutaisi` for
/// `Kutaisi Governorate`. Empty if it has none.
pub(super) fn short_names(title: &str) -> Vec<&str> {
    let after = GENERIC_SUFFIXES.iter().filter_map(|generic| title.strip_suffix(generic));
    let before = GENERIC_PREFIXES.iter().filter_map(|generic| title.strip_prefix(generic));
    after.chain(before).filter(|name| name.len() > 2).collect()
}

const GENERIC_SUFFIXES: &[&str] = &[
    " Province",
    " District",
    " Region",
    " Oblast",
    " Oblast'",
    " Krai",
    " Kray",
    " Rayon",
    " Raion",
    " Sheng",
    " Shi",
    " Xian",
    " Prefecture",
    " Governorate",
    " State",
    " Area",
    " Department",
    " Division",
    " Municipality",
    " Voivodeship",
    " Autonomous Region",
    " Huizu Zizhiqu",
    " Uygur Zizhiqu",
    " Zhuangzu Zizhiqu",
    " Avtonomnyy Okrug",
    "-fu",
    "-ken",
    "-to",
    "-do",
    " Special Region",
];

const GENERIC_PREFIXES: &[&str] = &[
    "Province of ",
    "Provincia di ",
    "Provincia de ",
    "Provincia del ",
    "Departement de la ",
    "Departement de l'",
    "Departement du ",
    "Departement des ",
    "Departement de ",
    "Departamento de ",
    "Regierungsbezirk ",
    "Landkreis ",
    "Republic of ",
    "Respublika ",
    "Region of ",
    "County of ",
    "Borough of ",
    "City of ",
    "Raionul ",
    "Judetul ",
    "Gorod ",
    "Powiat ",
    "Muhafazat ",
    "Wilaya de ",
    "Estado de ",
    "Comarca de ",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generic_terms_are_taken_off_either_end() {
        for (title, short) in [
            ("Sverdlovsk Oblast", &["Sverdlovsk"][..]),
            ("Provincia di Siena", &["Siena"]),
            ("Osaka-fu", &["Osaka"]),
            // The longer suffix leaves the shorter name too.
            ("Ningxia Autonomous Region", &["Ningxia Autonomous", "Ningxia"]),
            ("Georgia", &[]),
            // What is left is too short to be a name.
            ("Xi Shi", &[]),
        ] {
            assert_eq!(short_names(title), short, "{title}");
        }
    }
}
