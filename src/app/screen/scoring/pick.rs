//! Which level a typed number means: one, several, none, or perhaps a longer number to come. No state and no session.

use crate::council::Value;
use crate::rubric::{Criterion, LevelId};

/// What a typed number comes to on a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Exactly this.
    One(Value),
    /// Several levels are worth so much, in the order printed.
    Several(Vec<Value>),
    /// More digits may follow: 1, where a level is worth 10.
    Waits,
    /// No level is worth so much.
    Nothing,
}

/// What can be chosen on a criterion: its levels as printed, and *none met* where no level is worth 0.
pub fn choices(criterion: &Criterion) -> Vec<Value> {
    let levels = (0..criterion.levels.len()).filter_map(LevelId::at).map(Value::Level);
    levels.chain((!criterion.has_zero()).then_some(Value::NoneMet)).collect()
}

/// The points of a choice on a criterion; nothing while unscored.
pub fn points(criterion: &Criterion, value: Value) -> Option<u16> {
    match value {
        Value::Unscored => None,
        Value::NoneMet => Some(0),
        Value::Level(level) => criterion.level(level).map(|level| level.points),
    }
}

/// The points the levels are worth, lowest first, each once; 0 only where a level is worth it.
pub fn worths(criterion: &Criterion) -> Vec<u16> {
    let mut worths: Vec<u16> = criterion.levels.iter().map(|level| level.points).collect();
    worths.sort_unstable();
    worths.dedup();
    worths
}

/// What a number, typed so far, means.
pub fn typed(criterion: &Criterion, number: u16) -> Typed {
    if criterion.levels.iter().any(|level| continues(number, level.points)) {
        return Typed::Waits;
    }
    worth(criterion, number)
}

/// What a number means when nothing more is typed.
pub fn worth(criterion: &Criterion, number: u16) -> Typed {
    let levels: Vec<Value> = criterion.worth(number).into_iter().map(Value::Level).collect();
    match levels[..] {
        [] if number == 0 => Typed::One(Value::NoneMet),
        [] => Typed::Nothing,
        [only] => Typed::One(only),
        _ => Typed::Several(levels),
    }
}

/// The points that a number typed so far may still become.
pub fn longer(criterion: &Criterion, number: u16) -> Vec<u16> {
    worths(criterion).into_iter().filter(|points| continues(number, *points)).collect()
}

/// Whether `points` is written with the digits of `number` and more.
fn continues(number: u16, points: u16) -> bool {
    number > 0 && std::iter::successors(Some(points / 10), |rest| Some(rest / 10)).take(4).any(|rest| rest == number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::{Both, Code, Level, builtin};

    fn criterion(set: u8, code: &str) -> Criterion {
        builtin::default().set(set).unwrap().criterion(&Code::new(code)).unwrap().clone()
    }

    fn made_of(points: &[u16]) -> Criterion {
        let level = |points: &u16| Level { points: *points, text: Both::default(), minimum_for: None, case: None };
        Criterion {
            code: Code::new("7"),
            max: points.iter().copied().max().unwrap(),
            name: Both::default(),
            note: None,
            needs: None,
            cases: Vec::new(),
            levels: points.iter().map(level).collect(),
        }
    }

    fn level(place: usize) -> Value {
        Value::Level(LevelId::at(place).unwrap())
    }

    #[test]
    fn a_digit_means_the_level_worth_that_much() {
        let area = criterion(9, "4.1");
        assert_eq!(typed(&area, 5), Typed::One(level(3)));
        assert_eq!(typed(&area, 4), Typed::Nothing);
        assert_eq!(worths(&area), [1, 2, 3, 5]);
    }

    #[test]
    fn zero_is_the_level_worth_nothing_or_none_met() {
        assert_eq!(typed(&criterion(9, "4.2"), 0), Typed::One(level(0)));
        assert_eq!(typed(&criterion(9, "4.1"), 0), Typed::One(Value::NoneMet));
        assert_eq!(choices(&criterion(9, "4.1")).last(), Some(&Value::NoneMet));
        assert!(!choices(&criterion(9, "4.2")).contains(&Value::NoneMet));
    }

    #[test]
    fn two_levels_of_equal_points_are_left_to_the_member() {
        let kind = criterion(7, "3.1");
        assert_eq!(typed(&kind, 1), Typed::Several(vec![level(0), level(1)]));
        assert_eq!(typed(&kind, 3), Typed::One(level(2)));
    }

    #[test]
    fn cases_are_told_apart_though_their_points_are_equal() {
        let conditions = criterion(26, "8");
        assert_eq!(typed(&conditions, 3), Typed::Several(vec![level(1), level(3)]));
    }

    #[test]
    fn the_first_digit_of_ten_waits_for_the_second() {
        let ten = made_of(&[0, 1, 5, 10]);
        assert_eq!(typed(&ten, 1), Typed::Waits);
        assert_eq!(worth(&ten, 1), Typed::One(level(1)));
        assert_eq!(longer(&ten, 1), [10]);
        assert_eq!(typed(&ten, 10), Typed::One(level(3)));
        assert_eq!(typed(&ten, 15), Typed::Nothing);
        assert_eq!(typed(&ten, 5), Typed::One(level(2)));
        assert_eq!(typed(&ten, 0), Typed::One(level(0)));
        let no_one = made_of(&[5, 10]);
        assert_eq!((typed(&no_one, 1), worth(&no_one, 1)), (Typed::Waits, Typed::Nothing));
    }
}
