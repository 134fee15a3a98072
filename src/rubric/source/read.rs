//! Reading one file: strictly, and where that fails entry by entry, so that every fault is told at once.
//! What the entries mean together is in `build`.

use std::ops::Range;

use ron::error::{Error, SpannedError};
use serde::de::DeserializeOwned;

use super::{Document, FORMAT, File, Format, MOST_FAULTS, entries};
use crate::text;
use crate::trouble::{Fault, FaultKind, Place};

/// The longest text that is read piece by piece, in bytes. A whole decision is a tenth of it; beyond, the first fault is
/// told alone.
const LONGEST: usize = 4 << 20;
/// The fields a file may have.
const FIELDS: &str = "format, head, notes, parts, industries, groups, agencies, headings, grounds, criteria, sets";

impl File<'_> {
    /// Reads the file. Its format comes first, whatever else it holds, so that a newer one is named as such. Where
    /// something cannot be read the rest still is, and every fault is noted.
    pub(super) fn read(&self, faults: &mut Vec<Fault>) -> Document {
        let text = self.text.strip_prefix('\u{feff}').unwrap_or(self.text);
        if text.trim().is_empty() {
            faults.push(Fault { place: Place::file(self.name), what: FaultKind::Empty });
            return Document::default();
        }
        let format = match parse::<Format>(text) {
            Ok(Format { format }) => format,
            Err(error) => {
                faults.push(self.fault((1, 1), error));
                return Document::default();
            }
        };
        if format != FORMAT {
            let (line, column) = self.field(0, "format", &format.to_string()).unwrap_or_default();
            let what = match format {
                0 => FaultKind::BadValue { field: "format".into(), found: "0".into(), expected: FORMAT.to_string() },
                newer => FaultKind::NewerFormat(newer),
            };
            faults.push(Fault { place: Place::at(self.name, line, column), what });
            return Document::default();
        }
        match parse(text) {
            Ok(document) => document,
            Err(error) => {
                let before = faults.len();
                let document = self.piece_by_piece(text, faults);
                if faults.len() == before {
                    faults.push(self.fault((1, 1), error));
                }
                document.unwrap_or_default()
            }
        }
    }

    /// What can be read of a file that cannot be read as a whole. None where its brackets do not close.
    fn piece_by_piece(&self, text: &str, faults: &mut Vec<Fault>) -> Option<Document> {
        (text.len() <= LONGEST).then_some(())?;
        let mut document = Document::default();
        let mut seen = Vec::new();
        for (name, at, value) in entries::fields(text)?.into_iter().take(MOST_FAULTS) {
            let mut list = List { file: self, text, value, faults };
            match name {
                "format" => {}
                "head" => document.head = list.one(),
                "notes" => document.notes = list.all(),
                "parts" => document.parts = list.all(),
                "industries" => document.industries = list.all(),
                "groups" => document.groups = list.all(),
                "agencies" => document.agencies = list.all(),
                "headings" => document.headings = list.all(),
                "grounds" => document.grounds = list.all(),
                "criteria" => document.criteria = list.all(),
                "sets" => document.sets = list.all(),
                unknown => {
                    let what = FaultKind::UnknownField { found: text::clean(unknown), known: FIELDS.to_owned() };
                    faults.push(Fault { place: self.place(entries::position(text, at)), what });
                }
            }
            if seen.contains(&name) {
                let what = FaultKind::RepeatedField(name.to_owned());
                faults.push(Fault { place: self.place(entries::position(text, at)), what });
            }
            seen.push(name);
        }
        Some(document)
    }

    fn place(&self, (line, column): (usize, usize)) -> Place {
        Place::at(self.name, line, column)
    }

    /// What the parser found in a piece of the file that begins at a line and column.
    fn fault(&self, (line, column): (usize, usize), error: SpannedError) -> Fault {
        let start = error.span.start;
        let column = if start.line == 1 { column + start.col - 1 } else { start.col };
        Fault { place: Place::at(self.name, line + start.line - 1, column), what: kind(error.code) }
    }
}

/// One field of a file that is read piece by piece.
struct List<'a, 'b> {
    file: &'a File<'a>,
    text: &'a str,
    value: Range<usize>,
    faults: &'b mut Vec<Fault>,
}

impl List<'_, '_> {
    /// Its value as a whole.
    fn one<T: DeserializeOwned>(&mut self) -> Option<T> {
        self.piece(self.value.clone())
    }

    /// Its entries, but for those that cannot be read.
    fn all<T: DeserializeOwned>(&mut self) -> Vec<T> {
        match entries::entries(self.text, &self.value) {
            Some(pieces) => pieces.into_iter().filter_map(|piece| self.piece(piece)).collect(),
            None => self.one().unwrap_or_default(),
        }
    }

    fn piece<T: DeserializeOwned>(&mut self, piece: Range<usize>) -> Option<T> {
        let start = piece.start;
        (self.faults.len() < MOST_FAULTS).then_some(())?;
        parse(&self.text[piece])
            .map_err(|error| self.faults.push(self.file.fault(entries::position(self.text, start), error)))
            .ok()
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, SpannedError> {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME).from_str(text)
}

/// What the parser found, in our terms where we have them.
fn kind(error: Error) -> FaultKind {
    match error {
        Error::NoSuchStructField { expected, found, .. } | Error::NoSuchEnumVariant { expected, found, .. } => {
            FaultKind::UnknownField { found: text::clean(&found), known: expected.join(", ") }
        }
        Error::MissingStructField { field, .. } => FaultKind::MissingField(field.to_owned()),
        Error::DuplicateStructField { field, .. } => FaultKind::RepeatedField(field.to_owned()),
        Error::InvalidValueForType { expected, found } => {
            FaultKind::WrongShape { found: text::clean(&found), expected: text::clean(&expected) }
        }
        other => FaultKind::Syntax(text::clean(&other.to_string())),
    }
}
