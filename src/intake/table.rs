//! A table as people save it: CSV with or without a byte order mark, cells parted by `;`, `,` or tab, quoted or not.
//! Knows which columns there may be and where each cell stands in the text; what a cell means is its reader's.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::text::{clean, clean_note};
use crate::trouble::{Fault, FaultKind, Place, text_of};

/// Largest list read, in bytes.
pub const LIMIT: usize = 4 << 20;

/// Most lines read: the marks of fifteen members for a sitting of forty products are as many.
const MOST_LINES: usize = 20_000;

/// Most cells in a line.
const MOST_COLUMNS: usize = 100;

/// Faults kept; a file that is wrong from top to bottom says so without the rest.
const MOST_FAULTS: usize = 1000;

/// The columns a list may have, by name.
pub(super) struct Columns {
    pub(super) required: &'static [&'static str],
    pub(super) optional: &'static [&'static str],
}

/// A list, its columns found.
pub(super) struct Table<'a> {
    name: &'a str,
    text: &'a str,
    /// Where each line of the text begins: every fault asks.
    lines: Vec<usize>,
    separator: u8,
    columns: HashMap<&'static str, usize>,
    records: Vec<(usize, StringRecord)>,
}

/// One line of a list.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table<'a>,
    start: usize,
    cells: &'a StringRecord,
}

impl<'a> Table<'a> {
    /// Reads a list. Every line has at most as many cells as the first names columns; empty lines do not count.
    pub(super) fn read(name: &'a str, bytes: &'a [u8], columns: &Columns) -> Result<Table<'a>, Vec<Fault>> {
        let text = text_of(name, bytes, LIMIT).map_err(|fault| vec![fault])?;
        let separator = separator(text);
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .trim(Trim::None)
            .from_reader(text.as_bytes());
        let mut records = Vec::new();
        for record in reader.records() {
            let record =
                record.map_err(|error| vec![Fault { place: Place::file(name), what: syntax(&error.to_string()) }])?;
            let start = record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(usize::MAX));
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                if records.len() > MOST_LINES {
                    let what = FaultKind::TooManyLines { most: MOST_LINES };
                    return Err(vec![Fault { place: Place::of(name, text, start), what }]);
                }
                records.push((skip_line_ends(text, start), record));
            }
        }
        if records.is_empty() {
            return Err(vec![Fault { place: Place::file(name), what: FaultKind::Empty }]);
        }
        let (start, head) = records.remove(0);
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut table = Table { name, text, lines, separator, columns: HashMap::new(), records };
        if head.len() > MOST_COLUMNS {
            let what = FaultKind::TooManyEntries { field: char::from(separator).to_string(), most: MOST_COLUMNS };
            return Err(vec![Fault { place: table.place(start, MOST_COLUMNS), what }]);
        }
        let mut faults = table.find_columns(start, &head, columns);
        faults.extend(table.rows().filter_map(|row| row.too_long(head.len())).take(MOST_FAULTS));
        if !faults.is_empty() {
            return Err(faults);
        }
        if table.records.is_empty() {
            return Err(vec![Fault { place: Place::file(name), what: FaultKind::Empty }]);
        }
        Ok(table)
    }

    fn find_columns(&mut self, start: usize, head: &StringRecord, columns: &Columns) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (at, raw) in head.iter().enumerate() {
            let found = clean(raw);
            if found.is_empty() {
                continue;
            }
            let known = columns.required.iter().chain(columns.optional);
            let Some(column) = known.clone().find(|column| column.eq_ignore_ascii_case(&found)) else {
                let known = known.copied().collect::<Vec<_>>().join(", ");
                faults.push(Fault { place: self.place(start, at), what: FaultKind::UnknownColumn { found, known } });
                continue;
            };
            if self.columns.insert(column, at).is_some() {
                faults.push(Fault { place: self.place(start, at), what: FaultKind::RepeatedColumn(found) });
            }
        }
        for column in columns.required.iter().filter(|column| !self.columns.contains_key(*column)) {
            let what = FaultKind::MissingColumn((*column).to_owned());
            faults.push(Fault { place: Place { column: 0, ..self.place(start, 0) }, what });
        }
        faults
    }

    /// The lines below the first.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|(start, cells)| Row { table: self, start: *start, cells })
    }

    /// Whether the list has this column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// Where a cell begins: the text is walked again, since nobody asks but for a fault.
    fn place(&self, start: usize, cell: usize) -> Place {
        let (mut left, mut quoted) = (cell, false);
        let mut at = start;
        for (offset, byte) in self.text.as_bytes().get(start..).unwrap_or_default().iter().enumerate() {
            if left == 0 {
                break;
            }
            match byte {
                b'"' => quoted = !quoted,
                byte if *byte == self.separator && !quoted => {
                    left -= 1;
                    at = start + offset + 1;
                }
                b'\n' if !quoted => break,
                _ => {}
            }
        }
        let line = self.lines.partition_point(|begins| *begins <= at);
        let begins = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or_default();
        let before = self.text.get(begins..at).unwrap_or_default();
        Place::at(self.name, line, before.chars().count() + 1)
    }
}

impl<'a> Row<'a> {
    fn raw(self, column: &str) -> &'a str {
        self.table.columns.get(column).and_then(|at| self.cells.get(*at)).unwrap_or_default()
    }

    /// A cell of one line, cleaned; nothing where it is empty.
    pub(super) fn get(self, column: &str) -> Option<String> {
        Some(clean(self.raw(column))).filter(|cell| !cell.is_empty())
    }

    /// A cell that may hold several lines, cleaned.
    pub(super) fn note(self, column: &str) -> String {
        clean_note(self.raw(column))
    }

    /// Where a cell stands.
    pub(super) fn place(self, column: &str) -> Place {
        self.table.place(self.start, self.table.columns.get(column).copied().unwrap_or(0))
    }

    /// Something wrong with a cell.
    pub(super) fn fault(self, column: &str, what: FaultKind) -> Fault {
        Fault { place: self.place(column), what }
    }

    /// A cell says something else than it should.
    pub(super) fn bad(self, column: &str, expected: impl Into<String>) -> Fault {
        let found = self.get(column).unwrap_or_default();
        self.fault(column, FaultKind::BadValue { field: column.to_owned(), found, expected: expected.into() })
    }

    /// A cell that has to hold something.
    pub(super) fn needed(self, column: &str, faults: &mut Faults) -> Option<String> {
        let found = self.get(column);
        if found.is_none() {
            faults.add(self.fault(column, FaultKind::MissingValue(column.to_owned())));
        }
        found
    }

    /// More cells than columns: an unquoted separator, most often.
    fn too_long(self, columns: usize) -> Option<Fault> {
        let beyond = self.cells.iter().enumerate().skip(columns).find(|(_, cell)| !cell.trim().is_empty())?;
        let expected = format!("≤ {columns} × {:?}", char::from(self.table.separator));
        Some(Fault {
            place: self.table.place(self.start, beyond.0),
            what: FaultKind::BadValue { field: String::from("+"), found: clean(beyond.1), expected },
        })
    }
}

/// The faults of one list, as many as anyone would read.
#[derive(Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, fault: Fault) {
        if self.0.len() < MOST_FAULTS {
            self.0.push(fault);
        }
    }

    /// The value, if nothing was wrong with it.
    pub(super) fn note<T>(&mut self, found: Result<T, Fault>) -> Option<T> {
        found.map_err(|fault| self.add(fault)).ok()
    }

    /// All of it, or every fault.
    pub(super) fn or<T>(self, value: T) -> Result<T, Vec<Fault>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}

/// The separator that the first line uses most outside quotes; a comma where it uses none.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| {
        let mut quoted = false;
        let uses = first.bytes().filter(|byte| {
            quoted ^= *byte == b'"';
            *byte == separator && !quoted
        });
        uses.count()
    };
    // Of equals the last counts as the most.
    [b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// The reader says that a line begins where the one before ended.
fn skip_line_ends(text: &str, start: usize) -> usize {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    start + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}

fn syntax(said: &str) -> FaultKind {
    FaultKind::Syntax(clean(said))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: Columns = Columns { required: &["name", "set"], optional: &["code"] };

    fn cells(text: &str) -> Vec<String> {
        let table = Table::read("t.csv", text.as_bytes(), &COLUMNS).unwrap_or_else(|faults| panic!("{faults:?}"));
        table.rows().map(|row| [row.get("name"), row.get("set")].map(Option::unwrap_or_default).join("|")).collect()
    }

    fn faults(text: &[u8]) -> Vec<String> {
        let found = Table::read("t.csv", text, &COLUMNS).map(|_| ()).unwrap_err();
        found.into_iter().map(|fault| format!("{} {:?}", fault.place, fault.what)).collect()
    }

    #[test]
    fn what_excel_saves_is_read_whatever_the_separator() {
        assert_eq!(cells("name,set\nMật ong,9\n"), ["Mật ong|9"]);
        assert_eq!(
            cells("\u{feff}Name;SET;code\r\nMật ong, rừng;9;\r\n;;\r\nCà phê;7\r\n"),
            ["Mật ong, rừng|9", "Cà phê|7"]
        );
        assert_eq!(cells("set\tname\n9\t\"Mật\tong\"\n"), ["Mật\tong|9".replace('\t', " ")]);
        assert_eq!(cells("name,set\n\"Tên \"\"Ba Na\"\"\nhai dòng\",9"), ["Tên \"Ba Na\" hai dòng|9"]);
    }

    #[test]
    fn a_cell_is_found_again_at_its_line_and_column() {
        let text = "name;set\r\n\"a;\nb\";9\r\nđường;7\r\n";
        let table = Table::read("t.csv", text.as_bytes(), &COLUMNS).map_err(|f| format!("{f:?}")).unwrap();
        let places: Vec<String> = table.rows().map(|row| row.place("set").to_string()).collect();
        assert_eq!(places, ["t.csv:3:4", "t.csv:4:7"]);
    }

    #[test]
    fn every_fault_of_the_first_line_is_told_at_once() {
        let found = faults("name,name,nmae\nx,y,z".as_bytes());
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].starts_with("t.csv:1:6 RepeatedColumn"));
        assert!(found[1].starts_with("t.csv:1:11 UnknownColumn"));
        assert!(found[2].starts_with("t.csv:1 MissingColumn(\"set\")"));
    }

    #[test]
    fn a_line_with_a_loose_separator_is_a_fault_where_it_goes_over() {
        assert!(faults("name,set\nMật ong, rừng,9".as_bytes())[0].starts_with("t.csv:2:15 BadValue"));
    }

    #[test]
    fn bytes_that_are_no_text_are_named_with_their_place() {
        assert_eq!(faults(b"name,set\nM\xffx,9"), ["t.csv:2:2 NotText"]);
        assert_eq!(faults(b" \n"), ["t.csv Empty"]);
        assert_eq!(faults(b"name,set\n"), ["t.csv Empty"]);
        assert!(faults(&vec![b'x'; LIMIT + 1])[0].contains("TooLarge"));
    }
}
