//! What the figures cost: verdict, stability and ranking, after one act and from cold, by number of products; the
//! smallest change that flips a star, apart. `benches/sums.py` does the sums alone with numpy, as the yardstick.

mod hall;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use hall::Hall;
use ocop_council::verdict::rank;

fn main() {
    divan::main();
}

/// Products of a small, the largest known and an impossible sitting; fifteen seats score each.
const PRODUCTS: [usize; 3] = [23, 115, 460];

/// One ruling arrives; then every verdict with its stability, and the list of things to discuss, are asked for.
/// Target: under 2 ms at 115.
#[divan::bench(args = PRODUCTS)]
fn after_one_act(bencher: Bencher<'_, '_>, products: usize) {
    let hall = Hall::revealed(products);
    let (session, ruling) = hall.with_a_ruling();
    bencher.with_inputs(|| session.clone()).bench_local_refs(|session| {
        session.apply(ruling.clone());
        black_box(hall.everything(session))
    });
}

/// Nothing is known yet: every verdict, stability with pairs, outlook, and the list. Target: under 50 ms at 115.
#[divan::bench(args = PRODUCTS)]
fn from_cold(bencher: Bencher<'_, '_>, products: usize) {
    let hall = Hall::revealed(products);
    bencher
        .counter(ItemsCount::new(products))
        .with_inputs(|| hall.session.clone())
        .bench_local_refs(|session| black_box(hall.everything(session)));
}

/// The verdicts alone, with stability and pairs.
#[divan::bench(args = PRODUCTS)]
fn verdicts_from_cold(bencher: Bencher<'_, '_>, products: usize) {
    let hall = Hall::revealed(products);
    bencher.counter(ItemsCount::new(products)).with_inputs(|| hall.session.clone()).bench_local_refs(|session| {
        let stars = hall.products.iter().filter_map(|product| session.verdict(product));
        black_box(stars.map(|verdict| usize::from(rank(verdict.star))).sum::<usize>())
    });
}

/// The smallest change that flips the star, up and down, of one product after another.
#[divan::bench(args = ["majority", "mean", "every"])]
fn flips(bencher: Bencher<'_, '_>, rule: &str) {
    let hall = Hall::under(115, rule);
    let dockets: Vec<_> = hall.products.iter().filter_map(|product| hall.session.docket(product)).collect();
    let mut next = 0;
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
        next = (next + 1) % dockets.len();
        black_box(dockets[next].flips())
    });
}

/// How much of the disagreement each criterion carries.
#[divan::bench(args = PRODUCTS)]
fn readings(bencher: Bencher<'_, '_>, products: usize) {
    let hall = Hall::revealed(products);
    bencher.bench_local(|| black_box(hall.session.criterion_readings()));
}
