//! An index of folded names: finds the names that begin at a token by walking a
//! finite-state transducer letter by letter.

use fst::raw::{CompiledAddr, Fst, Output};

use super::fold::{Joint, MAX_NAME_TOKENS, fold_word, joint};
use crate::geoparse::text::{Token, TokenKind};

/// The most states of the map that are visited to complete a name.
const MAX_COMPLETION_STATES: usize = 1000;

/// A map of folded names. `D` is the memory it lies in.
#[derive(Clone)]
pub(super) struct Names<D> {
    /// None if there are no names.
    fst: Option<Fst<D>>,
    memory: D,
}

impl<D> std::fmt::Debug for Names<D> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Names").finish_non_exhaustive()
    }
}

/// A name found at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// Tokens it takes.
    pub length: usize,
    /// The value in the map.
    pub value: u64,
}

/// How far a walk through the map has come.
#[derive(Clone, Copy, Debug)]
pub(in crate::geoparse) struct State {
    at: CompiledAddr,
    output: u64,
    alive: bool,
}

struct Walk<'f, D> {
    fst: Option<&'f Fst<D>>,
    state: State,
}

impl<D: AsRef<[u8]> + Clone> Names<D> {
    /// Opens a map. Only its footer is read.
    pub fn open(memory: D) -> Result<Self, fst::Error> {
        Ok(Self { fst: Some(Fst::new(memory.clone())?), memory })
    }

    /// Opens a map just built.
    pub fn of(memory: D) -> Self {
        Self { fst: Fst::new(memory.clone()).ok(), memory }
    }

    /// The map as bytes.
    pub fn memory(&self) -> &[u8] {
        self.memory.as_ref()
    }

    /// The value of a whole folded name.
    pub fn get(&self, folded: &str) -> Option<u64> {
        self.fst.as_ref()?.get(folded).map(Output::value)
    }

    /// The value of a word, folded on the way.
    pub fn get_word(&self, word: &str) -> Option<u64> {
        let mut walk = self.walk();
        fold_word(word, &mut |b| walk.feed(b));
        walk.value()
    }

    /// The state after the first word of a name.
    pub fn after_word(&self, word: &str) -> State {
        let mut walk = self.walk();
        fold_word(word, &mut |b| walk.feed(b));
        walk.state
    }

    /// The value of the name that continues with these letters.
    pub fn then(&self, state: State, rest: &str) -> Option<u64> {
        let mut walk = Walk { fst: self.fst.as_ref(), state };
        rest.bytes().for_each(|b| walk.feed(b));
        walk.value()
    }

    /// Calls `found` with the values of the names that continue with these letters and
    /// any others.
    pub fn completions(&self, state: State, rest: &str, found: &mut impl FnMut(u64)) {
        let mut walk = Walk { fst: self.fst.as_ref(), state };
        rest.bytes().for_each(|b| walk.feed(b));
        let mut open = vec![walk.state];
        let mut left = MAX_COMPLETION_STATES;
        while let (Some(state), Some(fst)) = (open.pop(), self.fst.as_ref()) {
            let Some(fewer) = left.checked_sub(1).filter(|_| state.alive) else { return };
            left = fewer;
            if let Some(value) = (Walk { fst: Some(fst), state }).value() {
                found(value);
            }
            open.extend(fst.node(state.at).transitions().map(|transition| State {
                at: transition.addr,
                output: state.output.wrapping_add(transition.out.value()),
                alive: true,
            }));
        }
    }

    /// Calls `found` for each name that begins at a token, the longest last.
    /// `first` is the state after that token.
    pub fn matches(
        &self,
        first: State,
        tokens: &[Token<'_>],
        at: usize,
        found: &mut impl FnMut(Match),
    ) {
        let mut walk = Walk { fst: self.fst.as_ref(), state: first };
        let end = tokens.len().min(at + MAX_NAME_TOKENS);
        for i in at..end {
            let token = &tokens[i];
            if i > at {
                match joint(&tokens[i - 1], token) {
                    Joint::Break => return,
                    Joint::Apart => walk.feed(b' '),
                    Joint::Touching | Joint::Silent => {}
                }
                if token.kind == TokenKind::Mark {
                    continue;
                }
                fold_word(token.text, &mut |b| walk.feed(b));
            }
            if !walk.state.alive {
                return;
            }
            if token.kind != TokenKind::Possessive
                && let Some(value) = walk.value()
            {
                found(Match { length: i + 1 - at, value });
            }
        }
    }

    fn walk(&self) -> Walk<'_, D> {
        let fst = self.fst.as_ref();
        let at = fst.map_or(0, |fst| fst.root().addr());
        Walk { fst, state: State { at, output: 0, alive: fst.is_some() } }
    }
}

impl<D: AsRef<[u8]>> Walk<'_, D> {
    fn feed(&mut self, byte: u8) {
        let Some(fst) = self.fst.filter(|_| self.state.alive) else { return };
        let node = fst.node(self.state.at);
        match node.find_input(byte) {
            Some(i) => {
                let transition = node.transition(i);
                self.state.at = transition.addr;
                self.state.output = self.state.output.wrapping_add(transition.out.value());
            }
            None => self.state.alive = false,
        }
    }

    fn value(&self) -> Option<u64> {
        let node = self.fst?.node(self.state.at);
        let output = self.state.output.wrapping_add(node.final_output().value());
        (self.state.alive && node.is_final()).then_some(output)
    }
}
