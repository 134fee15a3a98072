//! The list of products: `name,set` and, where given, `id,code,producer,address,phone,kind,self_total,advisory_total`.
//! Ids that are not given are made: `p01`, `p02` …, by place in the list. A set that is not given is never guessed:
//! the words of the name only propose.

use std::collections::HashSet;

use super::table::{Columns, Faults, Row, Table};
use crate::council::draft::ids;
use crate::council::{Listed, Product, ProductId, ProductKind};
use crate::rubric::{Both, ProductSet, choose};
use crate::session::product_kind;
use crate::text::fold;
use crate::trouble::{Fault, FaultKind};

const COLUMNS: Columns = Columns {
    required: &["name"],
    optional: &["set", "id", "code", "producer", "address", "phone", "kind", "self_total", "advisory_total"],
};

/// The shape of an id, in signs that need no language.
pub(super) const ID: &str = "a-z 0-9 (1–16)";

/// What a list of products is read against.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// The product sets there are.
    pub sets: &'a [ProductSet],
    /// Maximum of a sheet, in points.
    pub total: u16,
    /// Ids that are taken already.
    pub taken: &'a [ProductId],
}

/// The products of a list, or everything that is wrong with it; a set has to be given. `name` is the file as the
/// person named it.
pub fn read(name: &str, bytes: &[u8], against: Against<'_>) -> Result<Vec<Product>, Vec<Fault>> {
    let table = Table::read(name, bytes, &COLUMNS)?;
    let mut faults = Faults::default();
    let listed = listed(&table, against, &mut faults, |row, name, faults| {
        let words = |of: fn(&Both) -> &String| {
            let named = choose::proposed(against.sets, name).map(|set| format!("{} “{}”", set.no, of(&set.name)));
            named.collect::<Vec<_>>().join(", ")
        };
        let proposed = [words(|name| &name.vi), words(|name| &name.en)];
        faults.add(row.fault("set", FaultKind::NoSet { name: name.to_owned(), proposed }));
    });
    let given: Vec<Option<ProductId>> = listed.iter().map(|listed| listed.id.clone()).collect();
    let placed =
        listed.into_iter().zip(ids(&given, against.taken)).filter_map(|(listed, id)| listed.placed(id)).collect();
    faults.or(placed)
}

/// As [`read`], for someone who can still be asked: a set may be missing, and so may ids.
pub fn read_listed(name: &str, bytes: &[u8], against: Against<'_>) -> Result<Vec<Listed>, Vec<Fault>> {
    let table = Table::read(name, bytes, &COLUMNS)?;
    let mut faults = Faults::default();
    let listed = listed(&table, against, &mut faults, |_, _, _| {});
    faults.or(listed)
}

fn listed(
    table: &Table<'_>,
    against: Against<'_>,
    faults: &mut Faults,
    without_set: impl Fn(Row<'_>, &str, &mut Faults),
) -> Vec<Listed> {
    let mut used: HashSet<ProductId> = against.taken.iter().cloned().collect();
    let given: Vec<Option<ProductId>> = table.rows().map(|row| given_id(row, &mut used, faults)).collect();
    let mut products = Vec::new();
    for (row, id) in table.rows().zip(given) {
        let name = row.needed("name", faults);
        let set = row.get("set").map(|found| faults.note(set(row, &found, against.sets)));
        let kind = faults.note(kind(row));
        let self_total = faults.note(total(row, "self_total", against.total));
        let advisory_total = faults.note(total(row, "advisory_total", against.total));
        if let (Some(name), None) = (&name, &set) {
            without_set(row, name, faults);
        }
        if let (Some(name), Some(kind)) = (name, kind) {
            products.push(Listed {
                id,
                name,
                set: set.flatten(),
                code: row.get("code").unwrap_or_default(),
                producer: row.get("producer").unwrap_or_default(),
                address: row.get("address").unwrap_or_default(),
                phone: row.get("phone").unwrap_or_default(),
                kind,
                self_total: self_total.flatten(),
                advisory_total: advisory_total.flatten(),
            });
        }
    }
    products
}

fn given_id(row: Row<'_>, used: &mut HashSet<ProductId>, faults: &mut Faults) -> Option<ProductId> {
    let found = row.get("id")?;
    let Some(id) = ProductId::new(&found) else {
        faults.add(row.bad("id", ID));
        return None;
    };
    if !used.insert(id.clone()) {
        faults.add(row.fault("id", FaultKind::RepeatedId(found)));
    }
    Some(id)
}

fn set(row: Row<'_>, found: &str, sets: &[ProductSet]) -> Result<u8, Fault> {
    choose::set(sets, found).map(|set| set.no).map_err(|why| row.fault("set", why))
}

fn kind(row: Row<'_>) -> Result<ProductKind, Fault> {
    match row.get("kind") {
        None => Ok(ProductKind::First),
        Some(found) => product_kind(&fold(&found)).ok_or_else(|| row.bad("kind", "first, upgrade, reassess")),
    }
}

fn total(row: Row<'_>, column: &str, most: u16) -> Result<Option<u16>, Fault> {
    match row.get(column).map(|found| found.parse::<u16>()) {
        None => Ok(None),
        Some(Ok(points)) if points <= most => Ok(Some(points)),
        Some(_) => Err(row.bad(column, format!("0–{most}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::builtin;

    fn read(text: &str) -> Result<Vec<Product>, Vec<String>> {
        let taken = [ProductId::new("p03").unwrap()];
        let against = Against { sets: &builtin::default().sets, total: 100, taken: &taken };
        super::read("sp.csv", text.as_bytes(), against)
            .map_err(|faults| faults.iter().map(|fault| format!("{} {:?}", fault.place, fault.what)).collect())
    }

    #[test]
    fn ids_are_made_by_place_and_never_twice() {
        let products = read("name,set,id\nA,9,\nB,7,p04\nC,9,\nD,26,\n").unwrap();
        let ids: Vec<&str> = products.iter().map(|product| product.id.as_str()).collect();
        assert_eq!(ids, ["p01", "p04", "p05", "p06"], "p03 is taken, p04 given");
    }

    #[test]
    fn a_set_goes_by_its_number_or_its_name() {
        let nine = &builtin::default().set(9).unwrap().name;
        let text =
            format!("name,set,kind,self_total\nA,\"{}\",upgrade,88\nB,\"{}\",,\n", nine.vi.to_uppercase(), nine.en);
        let products = read(&text).unwrap();
        assert_eq!(products.iter().map(|product| product.set).collect::<Vec<_>>(), [9, 9]);
        assert_eq!((products[0].kind, products[0].self_total), (ProductKind::Upgrade, Some(88)));
    }

    #[test]
    fn a_set_that_is_missing_is_proposed_and_never_taken() {
        let found = read("name\nNước mắm Bến Mây\nRượu Đồi Sương\nXyz\n").unwrap_err();
        let nine = &builtin::default().set(9).unwrap().name;
        assert!(
            found[0].starts_with("sp.csv:2:1 NoSet") && found[0].contains(&format!("9 “{}”", nine.vi)),
            "{found:?}"
        );
        assert!(found[1].contains("14 “") && found[1].contains("15 “"), "{found:?}");
        assert!(found[2].contains("proposed: [\"\", \"\"]"), "{found:?}");
        let against = Against { sets: &builtin::default().sets, total: 100, taken: &[] };
        let listed = read_listed("sp.csv", "name,set\nNước mắm Bến Mây,\nB,7\n".as_bytes(), against).unwrap();
        assert_eq!(listed.iter().map(|one| one.set).collect::<Vec<_>>(), [None, Some(7)]);
        assert!(read_listed("sp.csv", b"name,set\nA,99\n", against).is_err(), "a set that is wrong stays a fault");
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once_with_its_place() {
        let found = read("name;set;id;kind;self_total\n;99;P 1;often;101\nB;7;x;;\nC;7;x;;\n").unwrap_err();
        let starts = [
            "sp.csv:2:5 BadValue { field: \"id\"",
            "sp.csv:4:5 RepeatedId(\"x\")",
            "sp.csv:2:1 MissingValue(\"name\")",
            "sp.csv:2:2 UnknownSet { found: \"99\"",
            "sp.csv:2:9 BadValue { field: \"kind\", found: \"often\"",
            "sp.csv:2:15 BadValue { field: \"self_total\", found: \"101\", expected: \"0–100\"",
        ];
        assert_eq!(found.len(), starts.len(), "{found:#?}");
        for (found, start) in found.iter().zip(starts) {
            assert!(found.starts_with(start), "{found} / {start}");
        }
    }
}
