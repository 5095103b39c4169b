//! Class names by conditions.

/// A list of words that begins with `first`; of the others it has those whose condition
/// is met.
pub fn class_list(first: &str, others: &[(bool, &str)]) -> String {
    let mut list = first.to_owned();
    for (is_met, word) in others {
        if *is_met {
            list.push(' ');
            list.push_str(word);
        }
    }
    list
}
