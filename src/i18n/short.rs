//! Short titles of seats for the heads of columns: at most three cells, no two alike.

use super::{Lang, words};
use crate::council::{Role, Seat};

messages! {
    chair { vi: "CT", en: "CH" }
    deputy { vi: "PCT", en: "DEP" }
    secretary { vi: "TK", en: "SEC" }
}

/// Words that stand before the name of an office and tell nothing apart.
const HEADS: [&str; 9] = ["sở", "cục", "ban", "phòng", "department", "office", "of", "the", "for"];

/// Short titles, in the order of the seats.
pub fn titles(lang: Lang, seats: &[Seat]) -> Vec<String> {
    let mut given: Vec<String> = Vec::new();
    for seat in seats {
        let wanted = wanted(lang, seat);
        let unique = (1..=seats.len() + 1)
            .map(|copy| match copy {
                1 => wanted.clone(),
                n => wanted.chars().take(2).collect::<String>() + &n.to_string(),
            })
            .find(|title| !given.contains(title));
        given.extend(unique);
    }
    given
}

fn wanted(lang: Lang, seat: &Seat) -> String {
    match seat.role {
        Role::Chair => return chair(lang).to_owned(),
        Role::Deputy if is_plain_deputy(&seat.title) => return deputy(lang).to_owned(),
        Role::Secretary => return secretary(lang).to_owned(),
        Role::Deputy | Role::Member | Role::Advisory => {}
    }
    let words: Vec<&str> = seat
        .title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !HEADS.contains(&word.to_lowercase().as_str()))
        .collect();
    let short: String = match words[..] {
        [] => seat.id.as_str().chars().take(3).collect(),
        [only] => only.chars().take(3).collect(),
        [first, second, ..] => first.chars().take(1).chain(second.chars().take(1)).collect(),
    };
    short.to_uppercase().chars().take(3).collect()
}

/// Whether a deputy's title names no office of its own.
fn is_plain_deputy(title: &str) -> bool {
    let title = super::number::fold(title);
    title.is_empty() || ["pho chu tich", "deputy", "vice"].iter().any(|word| title.contains(word))
}

/// The title of a seat for a sentence: its office, else its role.
pub fn title(lang: Lang, seat: &Seat) -> String {
    if seat.title.is_empty() { words::role(lang, seat.role).to_owned() } else { seat.title.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::SeatId;

    fn seat(id: &str, title: &str, role: Role) -> Seat {
        Seat {
            id: SeatId::new(id).unwrap(),
            title: title.into(),
            name: String::new(),
            organisation: String::new(),
            role,
            scores: true,
        }
    }

    #[test]
    fn offices_shrink_to_initials_and_no_two_are_alike() {
        let seats = [
            seat("a", "Chủ tịch", Role::Chair),
            seat("b", "Sở Công Thương", Role::Member),
            seat("c", "Sở Y tế", Role::Member),
            seat("d", "Sở Nông nghiệp và Môi trường", Role::Member),
            seat("e", "Chuyên gia", Role::Member),
            seat("f", "Chuyên gia", Role::Member),
            seat("g", "", Role::Member),
        ];
        assert_eq!(titles(Lang::Vi, &seats), ["CT", "CT2", "YT", "NN", "CG", "CG2", "G"]);
    }
}
