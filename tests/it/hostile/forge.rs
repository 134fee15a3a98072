//! Logs that no honest program writes, chained as one would: whoever holds a session's files can.

use std::path::Path;

use ocop_council::council::{Hash, SessionId};

/// A log being written by hand.
pub(crate) struct Forged {
    name: String,
    head: Hash,
    text: Vec<u8>,
}

impl Forged {
    /// Begins a log of a seat, or of `desk`.
    pub(crate) fn begin(session: SessionId, author: &str) -> Forged {
        let name = format!("{author}-hostile2");
        let by = if author == "desk" { "Desk".to_owned() } else { format!("Seat(\"{author}\")") };
        let mut forged = Forged { name: name.clone(), head: session, text: Vec::new() };
        forged.record(&format!("(session:\"{session}\",log:\"{name}\",author:{by},nonce:\"\",program:\"\")"));
        forged
    }

    /// The log of a session folder on disk.
    pub(crate) fn in_folder(folder: &Path, author: &str) -> Forged {
        Forged::begin(Hash::of(&std::fs::read(folder.join("charter.ron")).unwrap()), author)
    }

    /// Writes a record, whatever it says; its entry's id.
    pub(crate) fn record(&mut self, record: &str) -> String {
        self.head = self.head.then(record.as_bytes());
        self.text.extend(format!("{} {record}\n", self.head).into_bytes());
        self.head.to_string()[..32].to_owned()
    }

    /// Writes an act of the seat whose log it is.
    pub(crate) fn seat(&mut self, act: &str) -> String {
        self.record(&format!("(t:1,at:\"\",over:[],act:Seat({act}))"))
    }

    /// Writes an act of the desk, signed by the chair.
    pub(crate) fn desk(&mut self, chair: &str, act: &str) -> String {
        let by = format!("(presiding:\"{chair}\",entered:\"{chair}\",under:None)");
        self.record(&format!("(t:1,at:\"\",over:[],act:Desk({by},{act}))"))
    }

    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// A line that follows from nothing.
    pub(crate) fn loose(&mut self, record: &str) {
        let hash = Hash::of(&self.text.len().to_le_bytes());
        self.text.extend(format!("{hash} {record}\n").into_bytes());
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.text
    }

    /// Puts it into a session folder.
    pub(crate) fn write(&self, folder: &Path) {
        std::fs::write(folder.join("logs").join(format!("{}.log", self.name)), &self.text).unwrap();
    }
}
