//! The council list: `id,title` and, where given, `name,organisation,role,scores`. Exactly one chair.

use std::collections::HashSet;

use super::products::ID;
use super::table::{Columns, Faults, Row, Table};
use crate::council::{Role, Rules, Seat, SeatId};
use crate::text::fold;
use crate::trouble::{Fault, FaultKind, Place};

const COLUMNS: Columns = Columns { required: &["id", "title"], optional: &["name", "organisation", "role", "scores"] };

/// The seats of a list, in its order, or everything that is wrong with it.
pub fn read(name: &str, bytes: &[u8], rules: &Rules) -> Result<Vec<Seat>, Vec<Fault>> {
    let table = Table::read(name, bytes, &COLUMNS)?;
    let mut faults = Faults::default();
    let mut used = HashSet::new();
    let mut chairs = Vec::new();
    let mut seats = Vec::new();
    for row in table.rows() {
        let id = row.needed("id", &mut faults).and_then(|found| faults.note(id(row, &found, &mut used)));
        let title = row.needed("title", &mut faults);
        let role = faults.note(role(row));
        if role == Some(Role::Chair) {
            chairs.push(row.place("role"));
        }
        let scores = faults.note(scores(row));
        if let (Some(id), Some(title), Some(role), Some(scores)) = (id, title, role, scores) {
            seats.push(Seat {
                id,
                title,
                name: row.get("name").unwrap_or_default(),
                organisation: row.get("organisation").unwrap_or_default(),
                role,
                scores: scores.unwrap_or_else(|| role.scores_by_default(rules)),
            });
        }
    }
    if chairs.len() != 1 {
        let place = chairs.get(1).cloned().unwrap_or_else(|| Place::file(name));
        faults.add(Fault { place, what: FaultKind::ChairCount(chairs.len()) });
    }
    faults.or(seats)
}

fn id(row: Row<'_>, found: &str, used: &mut HashSet<SeatId>) -> Result<SeatId, Fault> {
    let id = SeatId::new(found).ok_or_else(|| row.bad("id", format!("{ID}, ≠ desk")))?;
    if used.insert(id.clone()) { Ok(id) } else { Err(row.fault("id", FaultKind::RepeatedId(found.to_owned()))) }
}

/// A role in either language; a member where nothing is said.
fn role(row: Row<'_>) -> Result<Role, Fault> {
    let Some(found) = row.get("role") else { return Ok(Role::Member) };
    let said = fold(&found);
    match said.strip_suffix(" hoi dong").unwrap_or(&said) {
        "chair" | "chu tich" => Ok(Role::Chair),
        "deputy" | "pho chu tich" => Ok(Role::Deputy),
        "secretary" | "thu ky" => Ok(Role::Secretary),
        "member" | "thanh vien" | "uy vien" => Ok(Role::Member),
        "advisory" | "tu van" | "to tu van" => Ok(Role::Advisory),
        _ => Err(row.bad("role", "chair, deputy, secretary, member, advisory")),
    }
}

/// Whether the list says that the seat scores, in either language; nothing: by its role.
fn scores(row: Row<'_>) -> Result<Option<bool>, Fault> {
    match row.get("scores").map(|found| fold(&found)).as_deref() {
        None => Ok(None),
        Some("yes" | "y" | "co" | "1" | "x" | "true") => Ok(Some(true)),
        Some("no" | "n" | "khong" | "0" | "-" | "false") => Ok(Some(false)),
        Some(_) => Err(row.bad("scores", "yes, no, có, không, 1, 0, x")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Seat>, Vec<String>> {
        super::read("hd.csv", text.as_bytes(), &Rules::default())
            .map_err(|faults| faults.iter().map(|fault| format!("{} {:?}", fault.place, fault.what)).collect())
    }

    #[test]
    fn roles_and_scoring_are_read_in_both_languages() {
        let seats = read(
            "id,title,role,scores\nct,Lãnh đạo Sở,Chủ tịch Hội đồng,\npct,Phó,deputy,không\ntk,Văn phòng,Thư ký,\nm1,Sở Y tế,,\ntv,Tổ,TỔ TƯ VẤN,x\n",
        )
        .unwrap();
        let read: Vec<(Role, bool)> = seats.iter().map(|seat| (seat.role, seat.scores)).collect();
        assert_eq!(
            read,
            [
                (Role::Chair, true),
                (Role::Deputy, false),
                (Role::Secretary, false),
                (Role::Member, true),
                (Role::Advisory, true)
            ]
        );
    }

    #[test]
    fn there_is_exactly_one_chair() {
        assert_eq!(read("id,title\na,A\n").unwrap_err(), ["hd.csv ChairCount(0)"]);
        let two = read("id,title,role\na,A,chair\nb,B,chair\n").unwrap_err();
        assert_eq!(two, ["hd.csv:3:5 ChairCount(2)"]);
    }

    #[test]
    fn the_desk_is_no_seat_and_an_id_is_used_once() {
        let found = read("id,title,role,scores\ndesk,A,chair,\na,B,king,maybe\na,C,,\n").unwrap_err();
        assert!(found[0].starts_with("hd.csv:2:1 BadValue { field: \"id\", found: \"desk\""), "{found:#?}");
        assert!(found[1].starts_with("hd.csv:3:5 BadValue { field: \"role\", found: \"king\""));
        assert!(found[2].starts_with("hd.csv:3:10 BadValue { field: \"scores\", found: \"maybe\""));
        assert_eq!(found[3], "hd.csv:4:1 RepeatedId(\"a\")");
        assert_eq!(found.len(), 4);
    }
}
