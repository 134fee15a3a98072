//! THE session file, `session.ron`: what a sealed session found, for a person to read and a program to check.
//! When it is written stands in `seal`, how it is checked in `verify`.
//!
//! Everything but the claimed time and the program follows from the charter and the logs, and is computed again by
//! `verify`. The seal is the SHA-256 of the file's exact bytes and is therefore not in it.

use serde::{Deserialize, Serialize};

use super::LogHead;
use super::writer::PROGRAM;
use crate::council::{Act, Hash};
use crate::council::{
    ClosedAs, Content, DeskAct, DisputeKey, EntryId, Forward, Left, LogName, MinimumId, Presence, ProductId, Purpose,
    Reason, SeatId, SessionId,
};
use crate::rubric::Star;
use crate::session::{Phase, Session, Standing};

/// The session file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionFile {
    /// Format of the file.
    pub format: u32,
    /// SHA-256 of the charter: the session's id.
    pub session: SessionId,
    /// Title.
    pub title: String,
    /// A sitting or a rehearsal.
    pub purpose: Purpose,
    /// The decision applied, by id.
    pub rubric: String,
    /// Every product, in order of presentation.
    pub results: Vec<ResultEntry>,
    /// Every seat, in order of precedence.
    pub attendance: Vec<AttendanceEntry>,
    /// The seats that presided, in order of their first act.
    pub presided: Vec<SeatId>,
    /// Where every log, and every branch of one, ended.
    pub logs: Vec<LogEntry>,
    /// Claimed time of the seal; not checked.
    pub at: String,
    /// The program that wrote the file; not checked.
    pub program: String,
}

/// What was decided on one product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultEntry {
    /// Number in the order of presentation, from 1.
    pub no: usize,
    /// Id.
    pub product: ProductId,
    /// Name, corrections applied.
    pub name: String,
    /// Producer, corrections applied; may be empty.
    pub producer: String,
    /// The final star; none if 3★'s minima are missed, or closed.
    pub star: Option<Star>,
    /// `recognised`, `proposed`, `not_recognised_points`, `not_recognised_minima`; or how it was closed.
    pub outcome: String,
    /// The mean; none if closed.
    pub mean: Option<MeanEntry>,
    /// The star by the mean; none if closed.
    pub by_points: Option<Star>,
    /// The star by the minima; none if 3★'s are missed, or closed.
    pub by_minima: Option<Star>,
    /// Whether it goes to the Ministry, where that was asked.
    pub forward: Option<Forward>,
    /// Number of its product set.
    pub set: u8,
    /// The lock or the close.
    pub entry: Option<EntryId>,
    /// Why it was closed; else empty.
    pub ground: String,
    /// The counted sheets: seat, total in points, and the sheet's entry.
    pub sheets: Vec<(SeatId, u16, EntryId)>,
    /// The scoring seats without a sheet, and why.
    pub without: Vec<(SeatId, Left)>,
    /// The rulings it rests on.
    pub rulings: Vec<RulingEntry>,
    /// The disagreements that were let stand.
    pub accepted: Vec<AcceptanceEntry>,
}

/// A mean as an exact fraction, and as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeanEntry {
    /// Sum of the counted totals, in points.
    pub sum: u32,
    /// Number of counted sheets.
    pub of: u32,
    /// As printed.
    pub text: String,
}

/// A ruling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields are the nouns they name")]
pub struct RulingEntry {
    pub minimum: MinimumId,
    pub met: bool,
    pub reason: Reason,
    pub entry: EntryId,
}

/// A disagreement that was let stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields are the nouns they name")]
pub struct AcceptanceEntry {
    pub dispute: DisputeKey,
    pub reason: Reason,
    pub entry: EntryId,
}

/// A seat at the end of the sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceEntry {
    /// Id.
    pub seat: SeatId,
    /// The office, corrections applied.
    pub title: String,
    /// Who holds it, corrections applied; may be empty.
    pub name: String,
    /// Where they were.
    pub presence: Presence,
    /// Who sat for the seat; empty for its holder.
    pub sits: String,
    /// Claimed time; empty if never marked.
    pub at: String,
}

/// Where a log ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "fields are the nouns they name")]
pub struct LogEntry {
    pub log: LogName,
    pub entries: u64,
    pub head: Hash,
}

impl From<LogHead> for LogEntry {
    fn from(LogHead { log, entries, head }: LogHead) -> LogEntry {
        LogEntry { log, entries, head }
    }
}

impl SessionFile {
    /// The newest format read, and the one written.
    pub(super) const FORMAT: u32 = 1;

    /// The file of a session whose logs end at `heads`. Time and program are as given.
    pub(super) fn of(session: &Session, heads: Vec<LogHead>, at: &str) -> SessionFile {
        let charter = session.charter();
        SessionFile {
            format: Self::FORMAT,
            session: session.id(),
            title: charter.title.clone(),
            purpose: charter.purpose,
            rubric: charter.rubric.id.clone(),
            results: session
                .products()
                .iter()
                .enumerate()
                .map(|(at, product)| ResultEntry::of(session, at + 1, &product.id))
                .collect(),
            attendance: attendance(session),
            presided: presided(session),
            logs: heads.into_iter().map(LogEntry::from).collect(),
            at: at.to_owned(),
            program: PROGRAM.to_owned(),
        }
    }

    /// The fields that differ from what the logs give, by name; those of a product as `results[p01].star`.
    pub(super) fn differing(&self, computed: &SessionFile) -> Vec<String> {
        let mut fields = Vec::new();
        let mut check = |field: &str, same: bool| fields.extend((!same).then(|| field.to_owned()));
        check("format", self.format == computed.format);
        check("session", self.session == computed.session);
        check("title", self.title == computed.title);
        check("purpose", self.purpose == computed.purpose);
        check("rubric", self.rubric == computed.rubric);
        check("results", self.results.len() == computed.results.len());
        check("attendance", self.attendance == computed.attendance);
        check("presided", self.presided == computed.presided);
        check("logs", self.logs == computed.logs);
        for (stored, found) in self.results.iter().zip(&computed.results) {
            let differing = stored.differing(found).into_iter();
            fields.extend(differing.map(|field| format!("results[{}].{field}", found.product)));
        }
        fields
    }
}

impl ResultEntry {
    fn of(session: &Session, no: usize, id: &ProductId) -> ResultEntry {
        let product = session.product(id);
        let text = |field: fn(&crate::council::Product) -> &String| product.as_ref().map(field).cloned();
        let open = ResultEntry {
            no,
            product: id.clone(),
            name: text(|product| &product.name).unwrap_or_default(),
            producer: text(|product| &product.producer).unwrap_or_default(),
            star: None,
            outcome: "open".into(),
            mean: None,
            by_points: None,
            by_minima: None,
            forward: None,
            set: product.as_ref().map_or(0, |product| product.set),
            entry: None,
            ground: String::new(),
            sheets: Vec::new(),
            without: Vec::new(),
            rulings: Vec::new(),
            accepted: Vec::new(),
        };
        match session.phase(id) {
            Phase::Locked { lock, reveal } => open.locked(session, lock, reveal),
            Phase::Closed { close, how } => open.closed(session, close, how),
            _ => open,
        }
    }

    fn closed(self, session: &Session, close: EntryId, how: ClosedAs) -> ResultEntry {
        let ground = match desk_act(session, close) {
            Some(DeskAct::Close { ground, .. }) => ground.clone(),
            _ => String::new(),
        };
        ResultEntry { entry: Some(close), outcome: how.key().into(), ground, ..self }
    }

    fn locked(mut self, session: &Session, lock: EntryId, reveal: EntryId) -> ResultEntry {
        self.entry = Some(lock);
        let charter = session.charter();
        if let Some(verdict) = session.verdict(&self.product) {
            self.star = verdict.star;
            self.outcome = verdict.outcome.key().into();
            let (sum, of) = (verdict.mean.num, verdict.mean.den);
            let text = verdict.mean.text(charter.rules.decimals, &charter.rubric.bands);
            self.mean = Some(MeanEntry { sum, of, text });
            self.by_points = Some(verdict.by_points);
            self.by_minima = verdict.by_minima;
            if let Some(DeskAct::Reveal { sheets, without, .. }) = desk_act(session, reveal) {
                let total = |seat: &SeatId| verdict.sheets.iter().find(|sheet| sheet.seat == *seat);
                let totals = sheets.iter().filter_map(|(seat, id)| Some((seat.clone(), total(seat)?.total, *id)));
                self.sheets = totals.collect();
                self.without.clone_from(without);
            }
        }
        if let Some(DeskAct::Lock { rulings, accepted, forward, .. }) = desk_act(session, lock) {
            self.forward = *forward;
            self.rulings = rulings
                .iter()
                .filter_map(|id| match desk_act(session, *id)? {
                    DeskAct::Rule { minimum, met, reason, .. } => {
                        Some(RulingEntry { minimum: minimum.clone(), met: *met, reason: reason.clone(), entry: *id })
                    }
                    _ => None,
                })
                .collect();
            self.accepted = accepted
                .iter()
                .filter_map(|id| match desk_act(session, *id)? {
                    DeskAct::Accept { dispute, reason, .. } => {
                        Some(AcceptanceEntry { dispute: dispute.clone(), reason: reason.clone(), entry: *id })
                    }
                    _ => None,
                })
                .collect();
        }
        self
    }

    fn differing(&self, found: &ResultEntry) -> Vec<&'static str> {
        [
            ("no", self.no == found.no),
            ("product", self.product == found.product),
            ("name", self.name == found.name),
            ("producer", self.producer == found.producer),
            ("star", self.star == found.star),
            ("outcome", self.outcome == found.outcome),
            ("mean", self.mean == found.mean),
            ("by_points", self.by_points == found.by_points),
            ("by_minima", self.by_minima == found.by_minima),
            ("forward", self.forward == found.forward),
            ("set", self.set == found.set),
            ("entry", self.entry == found.entry),
            ("ground", self.ground == found.ground),
            ("sheets", self.sheets == found.sheets),
            ("without", self.without == found.without),
            ("rulings", self.rulings == found.rulings),
            ("accepted", self.accepted == found.accepted),
        ]
        .into_iter()
        .filter(|(_, same)| !same)
        .map(|(field, _)| field)
        .collect()
    }
}

fn attendance(session: &Session) -> Vec<AttendanceEntry> {
    let of = |seat: crate::council::Seat| {
        let attendance = session.attendance(&seat.id);
        AttendanceEntry {
            seat: seat.id,
            title: seat.title,
            name: seat.name,
            presence: attendance.presence,
            sits: attendance.sits,
            at: attendance.at,
        }
    };
    session.seats().into_iter().map(of).collect()
}

fn presided(session: &Session) -> Vec<SeatId> {
    let mut presided = Vec::new();
    for (entry, standing) in session.history() {
        if let (Standing::Effective, Content::Known(act)) = (standing, &entry.content)
            && let Act::Desk(by, _) = &**act
            && !presided.contains(&by.presiding)
        {
            presided.push(by.presiding.clone());
        }
    }
    presided
}

/// The act of the desk that an effective entry carries.
pub(super) fn desk_act(session: &Session, id: EntryId) -> Option<&DeskAct> {
    match session.entry(id) {
        Some((entry, Standing::Effective)) => match &entry.content {
            Content::Known(act) => match &**act {
                Act::Desk(_, act) => Some(act),
                Act::Seat(_) => None,
            },
            Content::Unknown => None,
        },
        _ => None,
    }
}
