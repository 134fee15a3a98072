//! Refusals: what a rule says no to, in one sentence.

use super::Lang;
use crate::session::Refusal;

/// A refusal as one sentence.
pub fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match lang {
        Lang::Vi => format!("chưa được: {refusal:?}"),
        Lang::En => format!("refused: {refusal:?}"),
    }
}
