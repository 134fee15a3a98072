//! Moving from criterion to criterion: by one, to a code, to the next without a mark, to the next missing minimum.

use super::{Pick, Scoring, Sheet, Stand};
use crate::app::common::{Common, Tone};
use crate::council::Scored;
use crate::i18n::{both, scoring as say};
use crate::rubric::{Code, Criterion};

impl Scoring {
    /// Moves the cursor; `to` gives the place from the present one and the number of criteria.
    pub(super) fn move_to(&mut self, common: &Common, to: impl FnOnce(usize, usize) -> usize) {
        let Some(sheet) = self.sheet(common) else { return };
        let criteria = sheet.criteria().len();
        self.at = Some(to(self.at(&sheet), criteria).min(criteria.saturating_sub(1)));
    }

    pub(super) fn move_to_code(&mut self, sheet: &Sheet<'_>, code: &Code) {
        self.at = sheet.criteria().iter().position(|criterion| criterion.code == *code);
        self.pick = Pick::Nothing;
    }

    /// F4: the next criterion without a mark, from here on and round; in a re-scoring the next one asked for.
    pub(super) fn next_unscored(&mut self, common: &mut Common) {
        let Some(sheet) = self.sheet(common) else { return };
        let asks = matches!(sheet.stand(), Stand::Asked(codes, _) if !codes.is_empty());
        let wants = |criterion: &Criterion| {
            if asks { sheet.is_asked(&criterion.code) } else { sheet.scored(criterion) == Scored::Unscored }
        };
        match after(self.at(&sheet), &sheet, wants) {
            Some(next) => self.at = Some(next),
            None => common.tell(Tone::Good, both(|lang| say::all_scored(lang).to_owned())),
        }
    }

    /// The next criterion on which a minimum of the next star is missing.
    pub(super) fn next_minimum(&mut self, common: &mut Common) {
        let Some(sheet) = self.sheet(common) else { return };
        let lacks = sheet.lacks().map(|(_, lacks)| lacks).unwrap_or_default();
        let wants = |criterion: &Criterion| lacks.iter().any(|lack| lack.criterion == criterion.code);
        match after(self.at(&sheet), &sheet, wants) {
            Some(next) => self.at = Some(next),
            None => common.tell(Tone::Good, both(|lang| say::no_lack(lang).to_owned())),
        }
    }
}

/// The place of the next criterion that is wanted, after `at` and round; `at` itself comes last.
fn after(at: usize, sheet: &Sheet<'_>, wants: impl Fn(&Criterion) -> bool) -> Option<usize> {
    let criteria = sheet.criteria();
    (1..=criteria.len()).map(|step| (at + step) % criteria.len()).find(|place| wants(criteria[*place]))
}
