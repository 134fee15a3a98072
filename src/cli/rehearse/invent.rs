//! An invented council and invented products: places that do not exist, so that nobody is meant.

use super::dice::Dice;
use crate::council::{Charter, Product, ProductId, ProductKind, Purpose, Role, Rules, Seat, SeatId};
use crate::rubric::{ProductSet, Rubric};

/// Places of nowhere.
const PLACES: [&str; 16] = [
    "Bản Mây",
    "Suối Vàng",
    "Đồi Trăng",
    "Làng Sen",
    "Cồn Nắng",
    "Thung Xanh",
    "Bến Sương",
    "Núi Ngà",
    "Đồng Lúa Mới",
    "Rẫy Gió",
    "Ao Sậy",
    "Hòn Mõ",
    "Khe Ngọc",
    "Bãi Phượng",
    "Xóm Chùa Cũ",
    "Vườn Lam",
];

/// The offices that send members.
const OFFICES: [&str; 8] = [
    "Sở Nông nghiệp và Môi trường",
    "Sở Công Thương",
    "Sở Y tế",
    "Sở Khoa học và Công nghệ",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Văn phòng Điều phối OCOP",
    "Liên minh Hợp tác xã",
    "Chuyên gia",
];

/// The charter of a rehearsal, still without a title.
pub(super) fn charter(
    rubric: &Rubric,
    rules: Rules,
    products: usize,
    scoring: usize,
    nonce: String,
    dice: &mut Dice,
) -> Charter {
    let products: Vec<Product> = (0..products).filter_map(|at| product(at, rubric, dice)).collect();
    let used = |set: &&ProductSet| products.iter().any(|product| product.set == set.no);
    Charter {
        format: Charter::FORMAT,
        nonce,
        purpose: Purpose::Rehearsal,
        title: String::new(),
        place: String::new(),
        date: String::new(),
        decision: String::new(),
        rubric: rubric.head.clone(),
        rules,
        seats: seats(scoring),
        sets: rubric.sets.iter().filter(used).cloned().collect(),
        products,
    }
}

/// A chair, a deputy where there are five or more, members, and a secretary who records and does not score.
fn seats(scoring: usize) -> Vec<Seat> {
    let seat = |id: &str, title: &str, role| {
        Some(Seat {
            id: SeatId::new(id)?,
            title: title.to_owned(),
            name: String::new(),
            organisation: String::new(),
            role,
            scores: role != Role::Secretary,
        })
    };
    let deputies = usize::from(scoring >= 5);
    let members = (1..scoring - deputies).map(|number| {
        let office = OFFICES[(number - 1) % OFFICES.len()];
        let again = if number > OFFICES.len() { format!(" {number}") } else { String::new() };
        seat(&format!("m{number}"), &format!("{office}{again}"), Role::Member)
    });
    let deputy = (0..deputies).map(|_| seat("pct", "Phó Chủ tịch Hội đồng", Role::Deputy));
    std::iter::once(seat("ct", "Chủ tịch Hội đồng", Role::Chair))
        .chain(deputy)
        .chain(members)
        .chain([seat("tk", "Thư ký Hội đồng", Role::Secretary)])
        .flatten()
        .collect()
}

fn product(at: usize, rubric: &Rubric, dice: &mut Dice) -> Option<Product> {
    let set = &rubric.sets[dice.below(rubric.sets.len())];
    let place = PLACES[dice.below(PLACES.len())];
    let kind = set.name.vi.split([',', ';', '(']).next().unwrap_or_default().trim();
    Some(Product {
        id: ProductId::new(&format!("p{:02}", at + 1))?,
        name: format!("{kind} {place} {}", at + 1),
        set: set.no,
        code: String::new(),
        producer: format!("Hợp tác xã {place}"),
        address: place.to_owned(),
        phone: String::new(),
        kind: ProductKind::First,
        self_total: Some(u16::try_from(60 + dice.below(40)).unwrap_or_default()),
        advisory_total: None,
    })
}
