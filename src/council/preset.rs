//! Councils as they are set up in practice, seats by office only: something to start from, never a rule. The law fixes
//! who takes part (QĐ 26/2026, Art. 7.3b), not how many.

use super::{Role, Seat, SeatId};

/// A council to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CouncilPreset {
    /// A province's council of nine.
    Provincial,
    /// The central council of seven.
    Central,
    /// Eleven who score, a secretary and an advisory team.
    Large,
}

/// Id, office, role.
type Line = (&'static str, &'static str, Role);

const PROVINCIAL: [Line; 9] = [
    ("ct", "Lãnh đạo UBND tỉnh", Role::Chair),
    ("nn", "Sở Nông nghiệp và Môi trường", Role::Deputy),
    ("ctg", "Sở Công Thương", Role::Member),
    ("yt", "Sở Y tế", Role::Member),
    ("kh", "Sở Khoa học và Công nghệ", Role::Member),
    ("vh", "Sở Văn hóa, Thể thao và Du lịch", Role::Member),
    ("atp", "Chi cục An toàn thực phẩm", Role::Member),
    ("cg", "Chuyên gia mời", Role::Member),
    ("tk", "Văn phòng điều phối OCOP", Role::Secretary),
];

const CENTRAL: [Line; 7] = [
    ("ct", "Lãnh đạo Bộ Nông nghiệp và Môi trường", Role::Chair),
    ("vpd", "Văn phòng Điều phối nông thôn mới Trung ương", Role::Deputy),
    ("ctg", "Bộ Công Thương", Role::Member),
    ("yt", "Bộ Y tế", Role::Member),
    ("kh", "Bộ Khoa học và Công nghệ", Role::Member),
    ("vh", "Bộ Văn hóa, Thể thao và Du lịch", Role::Member),
    ("cg", "Chuyên gia mời", Role::Member),
];

const LARGE: [Line; 13] = [
    ("ct", "Lãnh đạo UBND tỉnh", Role::Chair),
    ("nn", "Sở Nông nghiệp và Môi trường", Role::Deputy),
    ("ctg", "Sở Công Thương", Role::Member),
    ("yt", "Sở Y tế", Role::Member),
    ("kh", "Sở Khoa học và Công nghệ", Role::Member),
    ("vh", "Sở Văn hóa, Thể thao và Du lịch", Role::Member),
    ("atp", "Chi cục An toàn thực phẩm", Role::Member),
    ("htx", "Liên minh Hợp tác xã", Role::Member),
    ("nd", "Hội Nông dân", Role::Member),
    ("cg", "Chuyên gia mời 1", Role::Member),
    ("cg2", "Chuyên gia mời 2", Role::Member),
    ("tk", "Văn phòng điều phối OCOP", Role::Secretary),
    ("tv", "Tổ tư vấn", Role::Advisory),
];

impl CouncilPreset {
    /// All, in the order offered.
    pub const ALL: [CouncilPreset; 3] = [CouncilPreset::Provincial, CouncilPreset::Central, CouncilPreset::Large];

    /// Its seats; secretary and advisory team do not score.
    pub fn seats(self) -> Vec<Seat> {
        let lines: &[Line] = match self {
            CouncilPreset::Provincial => &PROVINCIAL,
            CouncilPreset::Central => &CENTRAL,
            CouncilPreset::Large => &LARGE,
        };
        lines
            .iter()
            .filter_map(|(id, title, role)| {
                Some(Seat {
                    id: SeatId::new(id)?,
                    title: (*title).to_owned(),
                    name: String::new(),
                    organisation: String::new(),
                    role: *role,
                    scores: !matches!(role, Role::Secretary | Role::Advisory),
                })
            })
            .collect()
    }
}

/// An id for a seat of this title that no other seat has: the first letters of its words, `xd` for "Sở Xây dựng".
pub fn seat_id(title: &str, others: &[Seat]) -> Option<SeatId> {
    let folded = crate::text::fold(title);
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = if words.len() > 1 { words.strip_prefix(&["so"]).unwrap_or(&words) } else { &words };
    let letters: String = named.iter().filter_map(|word| word.chars().next()).take(6).collect();
    let letters = if letters.is_empty() { "g".to_owned() } else { letters };
    (1..)
        .map_while(|number| {
            let id = if number == 1 { letters.clone() } else { format!("{letters}{number}") };
            (id.len() <= 16).then_some(id)
        })
        .filter_map(|id| SeatId::new(&id))
        .find(|id| others.iter().all(|seat| seat.id != *id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::{Rules, draft};

    #[test]
    fn every_preset_can_sit_under_every_preset_of_rules() {
        for preset in CouncilPreset::ALL {
            let seats = preset.seats();
            for (name, rules) in Rules::presets() {
                assert_eq!(draft::seats_lack(&seats, &rules), [], "{preset:?} under {name}");
            }
            let mut ids: Vec<_> = seats.iter().map(|seat| &seat.id).collect();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), seats.len(), "{preset:?}");
        }
    }

    #[test]
    fn the_sizes_are_those_found_in_practice() {
        let counts = CouncilPreset::ALL.map(|preset| {
            let seats = preset.seats();
            (seats.len(), seats.iter().filter(|seat| seat.scores).count())
        });
        assert_eq!(counts, [(9, 8), (7, 7), (13, 11)]);
    }

    #[test]
    fn a_seat_gets_an_id_of_its_own_from_its_title() {
        let mut seats = CouncilPreset::Provincial.seats();
        let id = |title: &str, seats: &[Seat]| seat_id(title, seats).unwrap().to_string();
        assert_eq!(id("Sở Xây dựng", &seats), "xd");
        assert_eq!(id("Sở", &seats), "s");
        assert_eq!(id("★", &seats), "g");
        seats[0].id = SeatId::new("xd").unwrap();
        assert_eq!(id("Sở Xây dựng", &seats), "xd2");
    }
}
