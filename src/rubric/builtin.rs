//! The decisions the program carries, and the way in for a province's own rubric.
//! The data are RON files under `decisions`; their format is in `source`.

mod propose;

use std::sync::OnceLock;

use super::source::{File, assemble};
use super::{Origin, Rubric};
use crate::trouble::Fault;

pub use propose::{Proposal, proposal, propose};

/// The decision in force: chosen unless a session says otherwise.
const DEFAULT: &str = "qd26-2026";

/// A decision: its id, its files, the files of another whose words it borrows, and the rubric once somebody asked.
struct Decision {
    id: &'static str,
    files: &'static [File<'static>],
    lent: &'static [File<'static>],
    rubric: OnceLock<Rubric>,
}

macro_rules! decision {
    ($id:literal: $($file:literal)+ $(; words of $other:literal: $($lent:literal)+)?) => {
        Decision {
            id: $id,
            files: &[$(file!($id, $file)),+],
            lent: &[$($(file!($other, $lent)),+)?],
            rubric: OnceLock::new(),
        }
    };
}

macro_rules! file {
    ($id:literal, $file:literal) => {
        File { name: concat!($id, "/", $file), text: include_str!(concat!("decisions/", $id, "/", $file)) }
    };
}

/// In force first, then the lapsed ones, newest first.
static DECISIONS: [Decision; 3] = [
    decision!("qd26-2026":
        "decision.ron"
        "criteria-a.ron" "criteria-b.ron" "criteria-c.ron"
        "criteria-fresh.ron" "criteria-tea-coffee.ron" "criteria-drinks.ron" "criteria-herbal.ron"
        "criteria-craft.ron" "criteria-ornamental.ron" "criteria-tourism.ron"
        "set-01.ron" "set-02.ron" "set-03.ron" "set-04.ron" "set-05.ron" "set-06.ron" "set-07.ron" "set-08.ron"
        "set-09.ron" "set-10.ron" "set-11.ron" "set-12.ron" "set-13.ron" "set-14.ron" "set-15.ron" "set-16.ron"
        "set-17.ron" "set-18.ron" "set-19.ron" "set-20.ron" "set-21.ron" "set-22.ron" "set-23.ron" "set-24.ron"
        "set-25.ron" "set-26.ron"
    ),
    decision!("qd148-2023":
        "decision.ron"
        "criteria-a.ron" "criteria-b.ron" "criteria-c.ron" "criteria-tourism.ron"
        "set-01.ron" "set-02.ron" "set-03.ron" "set-04.ron" "set-05.ron" "set-06.ron" "set-07.ron" "set-08.ron"
        "set-09.ron" "set-10.ron" "set-11.ron" "set-12.ron" "set-13.ron" "set-14.ron" "set-15.ron" "set-16.ron"
        "set-17.ron" "set-18.ron" "set-19.ron" "set-20.ron" "set-21.ron" "set-22.ron" "set-23.ron" "set-24.ron"
        "set-25.ron" "set-26.ron";
        words of "qd26-2026": "decision.ron"
        "criteria-a.ron" "criteria-b.ron" "criteria-c.ron"
        "criteria-fresh.ron" "criteria-tea-coffee.ron" "criteria-drinks.ron" "criteria-herbal.ron"
        "criteria-craft.ron" "criteria-ornamental.ron" "criteria-tourism.ron"
    ),
    decision!("qd1048-2019":
        "decision.ron"
        "criteria-a.ron" "criteria-b.ron" "criteria-c.ron" "criteria-sensory.ron" "criteria-crafts.ron"
        "criteria-tourism.ron"
        "set-01.ron" "set-02.ron" "set-03.ron" "set-04.ron" "set-05.ron" "set-06.ron" "set-07.ron" "set-08.ron"
        "set-09.ron" "set-10.ron" "set-11.ron" "set-12.ron" "set-13.ron" "set-14.ron" "set-15.ron" "set-16.ron"
        "set-17.ron" "set-18.ron" "set-19.ron" "set-20.ron" "set-21.ron" "set-22.ron" "set-23.ron" "set-24.ron"
        "set-25.ron" "set-26.ron";
        words of "qd26-2026": "decision.ron"
        "criteria-a.ron" "criteria-b.ron" "criteria-c.ron"
        "criteria-fresh.ron" "criteria-tea-coffee.ron" "criteria-drinks.ron" "criteria-herbal.ron"
        "criteria-craft.ron" "criteria-ornamental.ron" "criteria-tourism.ron"
    ),
];

/// The ids of the built-in decisions, the one in force first.
pub fn ids() -> Vec<&'static str> {
    DECISIONS.iter().map(|decision| decision.id).collect()
}

/// The built-in rubric with this id.
pub fn rubric(id: &str) -> Option<&'static Rubric> {
    let decision = DECISIONS.iter().find(|decision| decision.id == id)?;
    Some(decision.rubric.get_or_init(|| {
        assemble(decision.files, decision.lent, Origin::BuiltIn)
            .expect("a built-in rubric is sound: its own tests assemble and check it")
    }))
}

/// The rubric of the decision in force.
pub fn default() -> &'static Rubric {
    rubric(DEFAULT).expect("the decision in force is built in")
}

/// A small rubric that is no decision's, of other parts, bands and maximum: the template a person begins from.
pub fn example() -> &'static Rubric {
    static EXAMPLE: OnceLock<Rubric> = OnceLock::new();
    EXAMPLE.get_or_init(|| {
        let text = include_str!("decisions/example.ron");
        read("example.ron", text).expect("the built-in example is sound: its own tests read it")
    })
}

/// Largest rubric file read, in bytes: ten times the decision in force, all its sets together.
pub const LIMIT: usize = 4 << 20;

/// A rubric that a person wrote in one file: head, wordings and sets, of the same shape as the built-in files.
/// All its faults at once, each with its place in the file.
pub fn read(file_name: &str, text: &str) -> Result<Rubric, Vec<Fault>> {
    assemble(&[File { name: file_name, text }], &[], Origin::File)
}

#[cfg(test)]
mod tests;
