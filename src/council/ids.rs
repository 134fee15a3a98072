//! Names that machines read: seats, products, devices, authors. All are short ASCII, safe in file names.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Makes a newtype over a checked string; serde checks too.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $check:expr, $shape:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id, if it has the right shape.
            pub fn new(text: &str) -> Option<$name> {
                let check: fn(&str) -> bool = $check;
                check(text).then(|| $name(text.into()))
            }

            /// As written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(text: String) -> Result<Self, String> {
                $name::new(&text).ok_or_else(|| format!(concat!("{:?} is not ", $shape), text))
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.as_str().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

fn is_short_id(text: &str) -> bool {
    (1..=16).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

id!(
    /// A seat's id, `[a-z0-9]{1,16}` and never `desk`, which names the desk's own log.
    SeatId,
    |text| is_short_id(text) && text != "desk",
    "a seat id of 1 to 16 letters a-z or digits"
);
id!(
    /// A product's id, `[a-z0-9]{1,16}`.
    ProductId,
    is_short_id,
    "a product id of 1 to 16 letters a-z or digits"
);
id!(
    /// One writer on one machine: 8 characters of lower-case base 32, drawn at random.
    Device,
    |text| text.len() == 8 && text.bytes().all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b)),
    "a device name of 8 characters a-z or 2-7"
);

impl Device {
    /// A device name from 5 random bytes.
    pub fn from_bytes(bytes: [u8; 5]) -> Device {
        const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
        let bits = bytes.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
        let name: String = (0..8).rev().map(|at| char::from(ALPHABET[(bits >> (5 * at) & 31) as usize])).collect();
        Device(name.into())
    }
}

/// Whose log an entry stands in: a seat's own, or the desk's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Author {
    /// The presiding table, from which procedure is recorded.
    Desk,
    /// A seat: its marks, sheets, recusals, grounds and opinions.
    Seat(SeatId),
}

impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Author::Desk => f.pad("desk"),
            Author::Seat(seat) => f.pad(seat.as_str()),
        }
    }
}
