//! A session before it exists: what a charter is made of, and what still stands in its way. Nothing is read or written.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::{Product, ProductId, ProductKind, Purpose, Role, Rules, Seat};
use crate::rubric::{ProductSet, Rubric, RubricHead, choose};
use crate::text::clean;
use crate::trouble::FaultKind;

/// A session before it exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Title.
    pub title: String,
    /// Where the council sits; may be empty.
    pub place: String,
    /// Civil date, `2026-11-28` or `28/11/2026`; may be empty.
    pub date: String,
    /// The decision that set up the council; may be empty.
    pub decision: String,
    /// A sitting or a rehearsal.
    pub purpose: Purpose,
    /// What to do about a decision that has lapsed.
    pub lapsed: Lapsed,
    /// The rubric its sets come from.
    pub rubric: Arc<Rubric>,
    /// The rules.
    pub rules: Rules,
    /// The seats, in order of precedence.
    pub seats: Vec<Seat>,
    /// The products, in order of presentation.
    pub products: Vec<Product>,
}

/// Something that stands in a draft's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// No title.
    Title,
    /// A date that is none, as written.
    Date(String),
    /// A rubric that this session may not take.
    Rubric(FaultKind),
    /// A product set whose data are not sound.
    Set(FaultKind),
    /// So many chairs instead of one.
    ChairCount(usize),
    /// Too few seats score.
    TooFewScorers {
        /// Scoring seats.
        have: usize,
        /// Needed by the rules.
        need: usize,
    },
    /// More seats must be present than there are: no sheet could ever be opened.
    QuorumOver {
        /// Seats but advisory.
        seats: usize,
        /// Needed by the rules.
        need: usize,
    },
    /// No product.
    Products,
}

impl Draft {
    /// Everything that stands in the way of a session, in the order of the parts.
    pub fn lacks(&self) -> Vec<Lack> {
        let mut lacks = Vec::new();
        if clean(&self.title).is_empty() {
            lacks.push(Lack::Title);
        }
        let date = clean(&self.date);
        if !date.is_empty() && civil_date(&date).is_none() {
            lacks.push(Lack::Date(date));
        }
        lacks.extend(may_use(&self.rubric.head, self.purpose, self.lapsed).err().map(Lack::Rubric));
        lacks.extend(self.used_sets().filter_map(|set| choose::may(set).err()).map(Lack::Set));
        lacks.extend(seats_lack(&self.seats, &self.rules));
        if self.products.is_empty() {
            lacks.push(Lack::Products);
        }
        lacks
    }

    /// The sets of the rubric that its products are of.
    pub fn used_sets(&self) -> impl Iterator<Item = &ProductSet> {
        let used: BTreeSet<u8> = self.products.iter().map(|product| product.set).collect();
        self.rubric.sets.iter().filter(move |set| used.contains(&set.no))
    }
}

/// What a real session makes of a decision that has lapsed. A rehearsal may always use one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lapsed {
    /// It is refused.
    #[default]
    Refused,
    /// It was asked for knowingly.
    Meant,
}

/// Whether a session for this purpose may use the decision: any but a real one always; a real one only a decision
/// whose star minima are known, and a lapsed one only where it is meant.
pub fn may_use(head: &RubricHead, purpose: Purpose, lapsed: Lapsed) -> Result<(), FaultKind> {
    if purpose == Purpose::Rehearsal {
        return Ok(());
    }
    if head.minima_unknown.is_some() {
        return Err(FaultKind::MinimaUnknown(head.id.clone()));
    }
    match &head.lapsed {
        Some(lapse) if lapsed == Lapsed::Refused => Err(FaultKind::LapsedDecision {
            id: head.id.clone(),
            on: lapse.on.clone(),
            replaced_by: lapse.replaced_by.clone(),
        }),
        None if !head.current => Err(FaultKind::BadValue {
            field: "rubric".to_owned(),
            found: head.id.clone(),
            expected: "current: true".to_owned(),
        }),
        _ => Ok(()),
    }
}

/// What a council lacks to sit under some rules.
pub fn seats_lack(seats: &[Seat], rules: &Rules) -> Vec<Lack> {
    let mut lacks = Vec::new();
    let chairs = seats.iter().filter(|seat| seat.role == Role::Chair).count();
    if chairs != 1 {
        lacks.push(Lack::ChairCount(chairs));
    }
    let (have, need) = (seats.iter().filter(|seat| seat.scores).count(), usize::from(rules.min_sheets));
    if have < need {
        lacks.push(Lack::TooFewScorers { have, need });
    }
    let at_table = at_table(seats);
    let need = rules.quorum.least(at_table);
    if need > at_table {
        lacks.push(Lack::QuorumOver { seats: at_table, need });
    }
    lacks
}

/// Seats that the quorum is counted over: all but advisory.
pub fn at_table(seats: &[Seat]) -> usize {
    seats.iter().filter(|seat| seat.role != Role::Advisory).count()
}

/// A civil date as the record has it, `2026-11-28`, from that or from `28/11/2026`; nothing where it is no real date.
pub fn civil_date(text: &str) -> Option<String> {
    let text = clean(text);
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let [first, month, last] = parts[..] else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if year.len() != 4 {
        return None;
    }
    let date = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(date.to_string())
}

/// A product of a list whose set may still have to be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The id the list gives it; nothing: by its place.
    pub id: Option<ProductId>,
    /// Name.
    pub name: String,
    /// Number of its product set, once chosen.
    pub set: Option<u8>,
    /// Product code; may be empty.
    pub code: String,
    /// Producer; may be empty.
    pub producer: String,
    /// Address; may be empty.
    pub address: String,
    /// Phone; may be empty.
    pub phone: String,
    /// Why it is assessed.
    pub kind: ProductKind,
    /// The producer's own total, in points.
    pub self_total: Option<u16>,
    /// The advisory team's total, in points.
    pub advisory_total: Option<u16>,
}

impl Listed {
    /// The product, once its set is chosen.
    pub fn placed(self, id: ProductId) -> Option<Product> {
        Some(Product {
            id,
            name: self.name,
            set: self.set?,
            code: self.code,
            producer: self.producer,
            address: self.address,
            phone: self.phone,
            kind: self.kind,
            self_total: self.self_total,
            advisory_total: self.advisory_total,
        })
    }
}

/// An id for every product of a list: the one given, else `p01`, `p02` … by place, or the next that is free.
pub fn ids(given: &[Option<ProductId>], taken: &[ProductId]) -> Vec<ProductId> {
    let mut used: HashSet<ProductId> = taken.iter().chain(given.iter().flatten()).cloned().collect();
    // The number after the last one made. All between are taken: looking at them again and again would make a long list
    // slow.
    let mut free = 1;
    let mut made = |place: usize| {
        (place.max(free)..=usize::MAX).find_map(|number| {
            let id = ProductId::new(&format!("p{number:02}"))?;
            free = number + 1;
            used.insert(id.clone()).then_some(id)
        })
    };
    given.iter().enumerate().filter_map(|(at, given)| given.clone().or_else(|| made(at + 1))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::{Lapse, builtin};

    #[test]
    fn a_date_is_read_as_officials_and_as_machines_write_it() {
        for text in ["2026-11-28", "28/11/2026", "28-11-2026", " 28.11.2026 "] {
            assert_eq!(civil_date(text).as_deref(), Some("2026-11-28"), "{text}");
        }
        assert_eq!(civil_date("1/2/2027").as_deref(), Some("2027-02-01"), "the day comes first");
        for text in ["", "28/11", "31/02/2026", "28/11/26", "2026-13-01", "hôm nay"] {
            assert_eq!(civil_date(text), None, "{text}");
        }
    }

    #[test]
    fn ids_are_made_by_place_around_those_given() {
        let id = |text: &str| ProductId::new(text).unwrap();
        let made = ids(&[None, Some(id("p04")), None, None], &[id("p03")]);
        assert_eq!(made, ["p01", "p04", "p05", "p06"].map(id), "p03 is taken, p04 given");
    }

    #[test]
    fn a_lapsed_decision_is_for_rehearsals_and_for_who_means_it() {
        let mut head = builtin::default().head.clone();
        assert_eq!(may_use(&head, Purpose::Sitting, Lapsed::Refused), Ok(()));
        let lapse = Lapse { on: "2030-01-01".into(), replaced_by: "1/2030".into() };
        (head.current, head.lapsed) = (false, Some(lapse));
        let refused = may_use(&head, Purpose::Sitting, Lapsed::Refused);
        assert!(matches!(&refused, Err(FaultKind::LapsedDecision { on, .. }) if on == "2030-01-01"), "{refused:?}");
        assert_eq!(may_use(&head, Purpose::Sitting, Lapsed::Meant), Ok(()));
        assert_eq!(may_use(&head, Purpose::Rehearsal, Lapsed::Refused), Ok(()));
        head.minima_unknown = Some(head.title.clone());
        let refused = may_use(&head, Purpose::Sitting, Lapsed::Meant);
        assert_eq!(refused, Err(FaultKind::MinimaUnknown("qd26-2026".into())), "no star can be decided");
        assert_eq!(may_use(&head, Purpose::Rehearsal, Lapsed::Refused), Ok(()));
    }
}
