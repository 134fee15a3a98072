//! What was carried: `merge`, `hand-out`, `hand-in`, `copy`, `restore`, `backups`.

use serde_json::{Value, json};

use super::super::Problem;
use crate::council::{Author, Copied, CopyHow, Counted, Handed, Kept, Merged, Refused, SeatId, Way};
use crate::i18n::{Lang, carry};
use crate::session::Session;

/// The document of `merge`: what came from whom, what was refused, what is to settle, and what is still missing.
pub fn merged(lang: Lang, session: &Session, merged: &Merged, problems: &[Problem]) -> Value {
    let known: u64 = merged.logs.values().map(|counted| counted.known).sum();
    let title = |seat: &SeatId| session.seat(seat).map_or_else(String::new, |seat| seat.title);
    let from = |(author, counted): (Author, Counted)| {
        let products: Vec<Value> = counted.products.iter().map(|(id, new)| json!({ "id": id, "new": new })).collect();
        let seat = match &author {
            Author::Desk => None,
            Author::Seat(seat) => Some(seat),
        };
        json!({
            "seat": seat,
            "title": seat.map(title),
            "new": counted.new,
            "known": counted.known,
            "products": products,
        })
    };
    let owed = |owed: crate::session::Owed| json!({ "seat": owed.seat, "title": title(&owed.seat), "missing": owed.missing, "of": owed.of });
    json!({
        "session": session.id(),
        "new": merged.new_entries(),
        "known": known,
        "brought": merged.by_author().into_iter().map(from).collect::<Vec<_>>(),
        "refused": refused(lang, &merged.refused),
        "seal": merged.seal.map(|brought| json!({ "seal": brought.seal, "after": brought.after })),
        "sealed": merged.sealed,
        "sealed_part": merged.sealed_part,
        "missing": session.owed().into_iter().map(owed).collect::<Vec<_>>(),
        "problems": super::problems(problems),
    })
}

/// The document of `hand-out` and `hand-in`.
pub fn handed(handed: &Handed) -> Value {
    let (way, seat) = match &handed.way {
        Way::Out(seat) => ("out", seat.as_ref()),
        Way::In(seat) => ("in", Some(seat)),
    };
    json!({
        "file": handed.path.display().to_string(),
        "bytes": handed.bytes,
        "way": way,
        "seat": seat,
        "desk": handed.desk,
        "own": handed.own,
    })
}

/// The document of `copy` and `restore`; `temporary` says whether it lies below the temporary folder.
pub fn copied(lang: Lang, copied: &Copied, temporary: bool) -> Value {
    let (how, new, ahead) = match copied.how {
        CopyHow::Fresh => ("fresh", None, None),
        CopyHow::Updated { new, ahead } => ("updated", Some(new), Some(ahead)),
    };
    json!({
        "path": copied.path.display().to_string(),
        "checked": true,
        "files": copied.files,
        "bytes": copied.bytes,
        "how": how,
        "new": new,
        "ahead": ahead,
        "temporary": temporary,
        "refused": refused(lang, &copied.refused),
        "damaged": copied.damaged.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

/// The document of `backups`.
pub fn kept(kept: &[Kept]) -> Value {
    let one = |kept: &Kept| {
        json!({
            "path": kept.path.display().to_string(),
            "no": kept.no,
            "session": kept.session,
            "title": kept.title,
            "at": kept.at,
            "entries": kept.entries,
            "sealed": kept.sealed,
        })
    };
    json!({ "backups": kept.iter().map(one).collect::<Vec<_>>() })
}

fn refused(lang: Lang, refused: &[Refused]) -> Vec<Value> {
    let one = |refused: &Refused| {
        let line = (refused.place.line > 0).then_some(refused.place.line);
        let (why, what) = (refused.why.key(), carry::not_taken(lang, &refused.why));
        json!({ "file": refused.place.file, "line": line, "why": why, "what": what })
    };
    refused.iter().map(one).collect()
}
