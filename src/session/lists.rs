//! The lists of products and seats: the charter's, with what was added and corrected since.

use std::sync::Arc;

use super::Session;
use super::needs::Office;
use super::register::Register;
use crate::council::{
    Corrected, DeskAct, Product, ProductField, ProductId, ProductKind, Role, Seat, SeatField, SeatId,
};

/// The seats with corrections applied, made once per change.
#[derive(Debug)]
pub(super) struct Roster {
    /// In order of precedence.
    pub(super) seats: Vec<Seat>,
    /// Those that score.
    pub(super) scoring: Vec<SeatId>,
}

impl Session {
    /// The products' ids in order of presentation: the charter's, then those added, by id.
    pub fn product_ids(&self) -> Vec<ProductId> {
        let first = self.charter.products.iter().map(|product| product.id.clone());
        first.chain(self.added_products.keys().cloned()).collect()
    }

    /// The products in order of presentation: the charter's, then those added, by id. Corrections applied.
    pub fn products(&self) -> Vec<Product> {
        let added = self.added_products.keys().filter_map(|id| self.added_product(id));
        self.charter.products.iter().chain(added).map(|product| self.with_corrections(product)).collect()
    }

    /// A product, corrections and its current set applied. A field corrected two ways shows both.
    pub fn product(&self, id: &ProductId) -> Option<Product> {
        let product = self.charter.product(id).or_else(|| self.added_product(id))?;
        Some(self.with_corrections(product))
    }

    /// Whether there is such a product.
    pub(super) fn knows_product(&self, id: &ProductId) -> bool {
        self.first_sets.contains_key(id) || self.added_products.contains_key(id)
    }

    /// A product that came later. Added twice: as the addition that holds says, else the first by id.
    fn added_product(&self, id: &ProductId) -> Option<&Product> {
        let additions = self.added_products.get(id)?;
        let holds = self.basis(id).filter(|basis| additions.contains(basis));
        match self.desk_act(holds.or_else(|| additions.first().copied())?)? {
            DeskAct::AddProduct { product, .. } => Some(product),
            _ => None,
        }
    }

    fn with_corrections(&self, product: &Product) -> Product {
        let mut product = product.clone();
        for field in ProductField::ALL {
            let Some(value) = self.corrected(Corrected::Product(product.id.clone(), field)) else { continue };
            match field {
                ProductField::Name => product.name = value,
                ProductField::Producer => product.producer = value,
                ProductField::Address => product.address = value,
                ProductField::Phone => product.phone = value,
                ProductField::Code => product.code = value,
                ProductField::Kind => product.kind = product_kind(&value).unwrap_or(product.kind),
            }
        }
        if let Some(set) = self.set_of(&product.id, self.basis(&product.id)) {
            product.set = set.no;
        }
        product
    }

    fn corrected(&self, what: Corrected) -> Option<String> {
        let mut values: Vec<&str> = self
            .heads(&Register::Corrected(what))
            .iter()
            .filter_map(|id| match self.desk_act(*id)? {
                DeskAct::Correct { value, .. } | DeskAct::CorrectSeat { value, .. } => Some(value.as_str()),
                _ => None,
            })
            .collect();
        values.sort_unstable();
        values.dedup();
        (!values.is_empty()).then(|| values.join(" / "))
    }

    /// The seats in order of precedence: the charter's, then those added, by id. Corrections applied.
    pub fn seats(&self) -> Vec<Seat> {
        self.roster().seats.clone()
    }

    /// The seats that score, in order of precedence.
    pub fn scoring_seats(&self) -> Vec<SeatId> {
        self.roster().scoring.clone()
    }

    /// The seats, made once per change.
    pub(super) fn roster(&self) -> Arc<Roster> {
        if let Some(roster) = &*self.roster.borrow() {
            return Arc::clone(roster);
        }
        let first = self.charter.seats.iter().map(|seat| &seat.id);
        let seats: Vec<Seat> = first.chain(self.added_seats.keys()).filter_map(|id| self.seat(id)).collect();
        let scoring = seats.iter().filter(|seat| seat.scores).map(|seat| seat.id.clone()).collect();
        let roster = Arc::new(Roster { seats, scoring });
        *self.roster.borrow_mut() = Some(Arc::clone(&roster));
        roster
    }

    /// A seat, corrections applied.
    pub fn seat(&self, id: &SeatId) -> Option<Seat> {
        let mut seat = self.first_seat(id)?.clone();
        for field in [SeatField::Title, SeatField::Name, SeatField::Organisation] {
            let Some(value) = self.corrected(Corrected::Seat(id.clone(), field)) else { continue };
            match field {
                SeatField::Title => seat.title = value,
                SeatField::Name => seat.name = value,
                SeatField::Organisation => seat.organisation = value,
            }
        }
        Some(seat)
    }

    /// A seat as first named: roles and scoring never change. Added twice, it is the first addition by id until the
    /// desk settles it.
    pub(super) fn first_seat(&self, id: &SeatId) -> Option<&Seat> {
        self.charter.seat(id).or_else(|| match self.desk_act(*self.heads(&Register::Seat(id.clone())).first()?)? {
            DeskAct::AddSeat { seat, .. } => Some(seat),
            _ => None,
        })
    }

    /// A seat's role.
    pub fn role(&self, seat: &SeatId) -> Option<Role> {
        self.first_seat(seat).map(|seat| seat.role)
    }

    /// Whether a seat holds an office on the record: as the charter says, else as any addition of it said.
    pub(super) fn holds_office(&self, seat: &SeatId, office: Office) -> bool {
        match self.charter.seat(seat) {
            Some(seat) => office.is_held_by(seat),
            None => self.added_seats.get(seat).is_some_and(|offices| offices.contains(&office)),
        }
    }
}

/// A product kind from its key.
pub fn product_kind(key: &str) -> Option<ProductKind> {
    match key {
        "first" => Some(ProductKind::First),
        "upgrade" => Some(ProductKind::Upgrade),
        "reassess" => Some(ProductKind::Reassess),
        _ => None,
    }
}
