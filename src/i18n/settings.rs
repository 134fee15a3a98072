//! Settings: language, colours, signs.

messages! {
    change { vi: "đổi", en: "change" }
    next_help { vi: "Sang giá trị kế tiếp.", en: "To the next value." }
    previous_help { vi: "Về giá trị trước.", en: "To the value before." }
}
