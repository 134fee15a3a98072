//! What goes out: the state of a session for scripts and spreadsheets. Bytes and text, never a file; the figures are
//! the session's, nothing is worked out here.

pub mod csv;
pub mod json;
pub mod rubric;

/// Something wrong or unusual, for the lists of `status` and `results`: of the record or of its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its kind by name: `branch`, `conflict`, `late`, `contested`, `waiting`, `damage`, `foreign`, `stray`,
    /// `unknown_act`, `unsaved`.
    pub kind: &'static str,
    /// Whose matter it is.
    pub seat: Option<String>,
    /// In which log.
    pub log: Option<String>,
    /// On which product.
    pub product: Option<String>,
    /// In words.
    pub what: String,
    /// What stands in two ways: each in words, with who recorded it and when; empty for anything else.
    pub ways: Vec<String>,
}
