//! The rules of a sitting that the law leaves to the province's statute: chosen at creation, then frozen.
//! No rule is applied here (see `verdict` and `session`).

use serde::{Deserialize, Serialize};

/// A fraction of whole numbers, such as ⅔.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fraction(pub u16, pub u16);

impl Fraction {
    /// Whether `part` of `whole` is at least this fraction, in whole numbers.
    pub fn reached(self, part: usize, whole: usize) -> bool {
        part * usize::from(self.1) >= whole * usize::from(self.0)
    }
}

/// How many seats must be present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quorum {
    /// At least this fraction of all seats but advisory.
    Fraction(u16, u16),
    /// At least so many seats.
    Seats(u16),
}

impl Quorum {
    /// The least number of seats that must be present out of `seats`.
    pub fn least(self, seats: usize) -> usize {
        match self {
            Quorum::Fraction(num, den) => (seats * usize::from(num)).div_ceil(usize::from(den.max(1))),
            Quorum::Seats(least) => usize::from(least),
        }
    }
}

/// Whether a spread of exactly the limit is still allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AtLimit {
    /// "Không quá": exactly the limit is fine.
    Allowed,
    /// Exactly the limit is flagged.
    Flagged,
}

/// How a star minimum is judged across the counted sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MinimaRule {
    /// The mean of the criterion's points reaches it.
    Mean,
    /// More than half of the counted sheets reach it.
    Majority,
    /// Every counted sheet reaches it.
    Every,
}

impl MinimaRule {
    /// All, the default first.
    pub const ALL: [MinimaRule; 3] = [MinimaRule::Majority, MinimaRule::Mean, MinimaRule::Every];

    /// Its name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            MinimaRule::Mean => "mean",
            MinimaRule::Majority => "majority",
            MinimaRule::Every => "every",
        }
    }
}

/// The rules of one session. Every field has a default, so a rules file names only what differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// Seats that must be present for a reveal.
    pub quorum: Quorum,
    /// Least number of counted sheets for a reveal.
    pub min_sheets: u16,
    /// How far totals may be apart before it needs discussion, in points; see `spread_at_limit`.
    pub spread_limit: u16,
    /// Whether the limit itself is allowed.
    pub spread_at_limit: AtLimit,
    /// How minima are judged.
    pub minima: MinimaRule,
    /// Share of counted sheets that must agree on a minimum for it to need no ruling.
    pub minimum_agreement: Fraction,
    /// Whether the secretary scores where the council list does not say.
    pub secretary_scores: bool,
    /// Whether the secretary may enter the presiding seat's acts by order.
    pub secretary_records: bool,
    /// Decimals shown of a mean, 0 to 4.
    pub decimals: u8,
}

impl Default for Rules {
    fn default() -> Self {
        Rules {
            quorum: Quorum::Fraction(2, 3),
            min_sheets: 3,
            spread_limit: 10,
            spread_at_limit: AtLimit::Allowed,
            minima: MinimaRule::Majority,
            minimum_agreement: Fraction(2, 3),
            secretary_scores: false,
            secretary_records: true,
            decimals: 2,
        }
    }
}

impl Rules {
    /// The widest spread of totals that needs no discussion, in points.
    pub fn widest_spread(&self) -> u16 {
        match self.spread_at_limit {
            AtLimit::Allowed => self.spread_limit,
            AtLimit::Flagged => self.spread_limit.saturating_sub(1),
        }
    }

    /// The presets a session can be created with: name and rules.
    pub fn presets() -> Vec<(&'static str, Rules)> {
        let default = Rules::default();
        vec![
            ("default", default.clone()),
            ("tay-ninh", Rules { quorum: Quorum::Fraction(3, 4), ..default.clone() }),
            ("central", Rules { quorum: Quorum::Seats(5), ..default.clone() }),
            ("mean", Rules { minima: MinimaRule::Mean, ..default.clone() }),
            ("every", Rules { minima: MinimaRule::Every, ..default }),
        ]
    }

    /// The preset of this name.
    pub fn preset(name: &str) -> Option<Rules> {
        Rules::presets().into_iter().find(|(known, _)| *known == name).map(|(_, rules)| rules)
    }

    /// The first field whose value makes no sense, by its name in a rules file.
    pub fn unsound(&self) -> Option<&'static str> {
        let quorum = match self.quorum {
            Quorum::Fraction(num, den) => num > 0 && num <= den,
            Quorum::Seats(seats) => seats > 0,
        };
        let Fraction(num, den) = self.minimum_agreement;
        [
            ("quorum", quorum),
            ("min_sheets", self.min_sheets > 0),
            ("spread_limit", self.spread_limit > 0),
            ("minimum_agreement", den > 0 && num <= den && 2 * u32::from(num) >= u32::from(den)),
            ("decimals", self.decimals <= 4),
        ]
        .into_iter()
        .find(|(_, sound)| !sound)
        .map(|(field, _)| field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quorum_is_counted_in_whole_seats() {
        assert_eq!(Quorum::Fraction(2, 3).least(9), 6);
        assert_eq!(Quorum::Fraction(2, 3).least(7), 5);
        assert_eq!(Quorum::Fraction(3, 4).least(9), 7);
        assert_eq!(Quorum::Seats(5).least(7), 5);
        assert!(Fraction(2, 3).reached(6, 9) && !Fraction(2, 3).reached(5, 9));
    }

    #[test]
    fn rules_that_make_no_sense_are_named() {
        assert_eq!(Rules::default().unsound(), None);
        assert_eq!(Rules { quorum: Quorum::Fraction(4, 3), ..Rules::default() }.unsound(), Some("quorum"));
        assert_eq!(
            Rules { minimum_agreement: Fraction(1, 3), ..Rules::default() }.unsound(),
            Some("minimum_agreement")
        );
    }
}
