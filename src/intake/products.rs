//! The list of products: `name,set` and, where given, `id,code,producer,address,phone,kind,self_total,advisory_total`.
//! Ids that are not given are made: `p01`, `p02` …, by place in the list.

use std::collections::HashSet;

use super::table::{Columns, Faults, Row, Table};
use crate::council::{Product, ProductId, ProductKind};
use crate::rubric::ProductSet;
use crate::session::product_kind;
use crate::text::fold;
use crate::trouble::{Fault, FaultKind};

const COLUMNS: Columns = Columns {
    required: &["name", "set"],
    optional: &["id", "code", "producer", "address", "phone", "kind", "self_total", "advisory_total"],
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

/// The products of a list, or everything that is wrong with it. `name` is the file as the person named it.
pub fn read(name: &str, bytes: &[u8], against: Against<'_>) -> Result<Vec<Product>, Vec<Fault>> {
    let table = Table::read(name, bytes, &COLUMNS)?;
    let mut faults = Faults::default();
    let mut used: HashSet<ProductId> = against.taken.iter().cloned().collect();
    let given: Vec<Option<ProductId>> = table.rows().map(|row| given_id(row, &mut used, &mut faults)).collect();
    let mut products = Vec::new();
    for (place, (row, given)) in table.rows().zip(given).enumerate() {
        let id = given.or_else(|| made_id(place + 1, &mut used));
        let name = row.needed("name", &mut faults);
        let set = row.needed("set", &mut faults).and_then(|found| faults.note(set(row, found, against.sets)));
        let kind = faults.note(kind(row));
        let self_total = faults.note(total(row, "self_total", against.total));
        let advisory_total = faults.note(total(row, "advisory_total", against.total));
        if let (Some(id), Some(name), Some(set), Some(kind)) = (id, name, set, kind) {
            products.push(Product {
                id,
                name,
                set,
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
    faults.or(products)
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

/// The id of a place in the list, or the next that is free.
fn made_id(place: usize, used: &mut HashSet<ProductId>) -> Option<ProductId> {
    (place..=usize::MAX)
        .filter_map(|number| ProductId::new(&format!("p{number:02}")))
        .find(|id| used.insert(id.clone()))
}

/// A set by its number, or by its name in either language.
fn set(row: Row<'_>, found: String, sets: &[ProductSet]) -> Result<u8, Fault> {
    let named = |set: &&ProductSet| [&set.name.vi, &set.name.en].iter().any(|name| fold(name) == fold(&found));
    let by_number = found.parse::<u8>().ok().and_then(|no| sets.iter().find(|set| set.no == no));
    by_number.or_else(|| sets.iter().find(named)).map(|set| set.no).ok_or_else(|| {
        let known = sets.iter().map(|set| set.no.to_string()).collect::<Vec<_>>().join(", ");
        row.fault("set", FaultKind::UnknownSet { found, known })
    })
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
