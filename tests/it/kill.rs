//! The program killed without a word while a member scores, again and again: no mark it called saved is ever lost (G1).

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use ocop_council::council::{Act, Content, SeatAct};
use ocop_council::store::Folder;

use crate::cli::Desk;
use crate::pty::Pty;

/// How often the program is killed; `OCOP_COUNCIL_KILLS` asks for another number.
const KILLS: usize = 60;

/// How long a screen must have stood to be whole.
const STOOD: Duration = Duration::from_millis(4);

/// How long the first mark called saved is waited for.
const SLOW: Duration = Duration::from_secs(20);

/// From so many marks on, the next product is turned to.
const NEARLY_FULL: usize = 30;

/// A small generator, so that a failing run can be had again from its printed seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// What the screen calls saved: the product's number and how many criteria are scored; nothing while it is saving.
fn acknowledged(screen: &str) -> Option<(usize, usize)> {
    let header = screen.lines().next().filter(|line| line.contains("đã lưu ✓"))?;
    let number = header.split('/').next()?.trim().rsplit(' ').next()?.parse().ok()?;
    let status = screen.split("Đã chấm ").nth(1)?;
    Some((number, status.split('/').next()?.parse().ok()?))
}

/// Criteria that the member's sheets on disk have a mark on, product by product, and the story's structure, to which no
/// mark is given where there is no story: what the sheet on screen counts. (`status` counts a criterion that depends on
/// another with that one, so that it tells nothing of the marks.)
fn on_disk(desk: &Desk) -> BTreeMap<usize, usize> {
    let entries = Folder::open(&desk.path("s")).unwrap().read().unwrap().entries;
    let mut marked: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for entry in entries {
        let Content::Known(act) = &entry.content else { continue };
        let Act::Seat(SeatAct::Mark { product, criterion, .. }) = &**act else { continue };
        let of = marked.entry(product.as_str().trim_start_matches('p').parse().unwrap()).or_default();
        of.insert(criterion.to_string());
        if criterion.to_string() == "5.1" {
            of.insert("5.2".to_owned());
        }
    }
    marked.into_iter().map(|(product, marked)| (product, marked.len())).collect()
}

#[test]
fn no_mark_called_saved_is_lost_by_a_kill() {
    let kills = std::env::var("OCOP_COUNCIL_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(KILLS);
    let seed = std::process::id().into();
    println!("kills: {kills}, seed: {seed}");
    let mut dice = Dice(seed);
    let desk = Desk::with_session(3, 40, "Rules()");
    let home = desk.path("home");
    let mut saved: BTreeMap<usize, usize> = BTreeMap::new();
    for round in 0..kills {
        let path = desk.path("s");
        let mut program = Pty::start(
            &["open", path.to_str().unwrap(), "--seat", "m2", "--lang", "vi"],
            &[("OCOP_COUNCIL_HOME", home.to_str().unwrap())],
        );
        program.wait_for("thư mục tạm");
        program.send("\x1b").wait_until("the warning about temporary folders gone", |screen| {
            !screen.contents().contains("thư mục tạm")
        });
        let pause = Duration::from_millis(20 + dice.roll(280));
        // Every other time the pause begins with the first mark called saved: on a slow disk the log is hardly open by
        // then, and killing the program before anything is said proves nothing.
        let mut waits = round % 2 == 1;
        let mut end = Instant::now() + if waits { SLOW } else { pause };
        // Straight to the first product with room, past full ones only: no count below theirs is left on screen by them.
        let full = (1..=40).take_while(|product| saved.get(product).is_some_and(|marks| *marks >= NEARLY_FULL)).count();
        (0..full).for_each(|_| _ = program.send("\x1b[6;5~"));
        let mut turned = full;
        // Products seen with room left in this run: a full count beside a product just turned to is still the last one's.
        let mut with_room = Vec::new();
        // A screen read while it is being drawn mixes two: only what stood for a while was really shown.
        let mut shown = (None, Instant::now());
        while Instant::now() < end {
            // The next criterion without a mark, its first level.
            program.send("\x1bOS").send("\x1b[B").send("\r");
            let mut wait = Instant::now() + Duration::from_millis(dice.roll(24));
            if waits {
                wait += Duration::from_secs(1);
            }
            while Instant::now() < wait {
                let seen = program.look(|screen| acknowledged(&screen.contents()));
                if seen != shown.0 {
                    shown = (seen, Instant::now());
                }
                if let (Some((product, scored)), true) = (seen, shown.1.elapsed() > STOOD) {
                    if scored < NEARLY_FULL {
                        with_room.push(product);
                    } else if turned != 0 && turned != product && !with_room.contains(&product) {
                        // What stands so long is no half of two screens.
                        if shown.1.elapsed() < STOOD * 20 {
                            continue;
                        }
                    }
                    let most = saved.entry(product).or_default();
                    if scored > *most {
                        *most = scored;
                        if std::mem::take(&mut waits) {
                            end = Instant::now() + pause;
                            wait = Instant::now();
                        }
                    }
                    // The sheet is nearly full: to the next product, once.
                    if scored >= NEARLY_FULL && turned != product {
                        turned = product;
                        program.send("\x1b[6;5~");
                    }
                }
            }
        }
        program.kill();
    }
    let there = on_disk(&desk);
    let acknowledged: usize = saved.values().sum();
    println!("acknowledged marks: {acknowledged}, on disk: {}", there.values().sum::<usize>());
    assert!(acknowledged > kills / 2, "hardly anything was scored: {saved:?}");
    for (product, marks) in &saved {
        let there = there.get(product).copied().unwrap_or_default();
        assert!(there >= *marks, "product {product}: {marks} called saved, {there} there");
    }
}
