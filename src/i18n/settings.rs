//! Settings: language, colours, signs.

messages! {
    change { vi: "đổi", en: "change" }
    next_help { vi: "Sang giá trị kế tiếp.", en: "To the next value." }
    previous_help { vi: "Về giá trị trước.", en: "To the value before." }

    language { vi: "Ngôn ngữ", en: "Language" }
    this_language { vi: "Tiếng Việt", en: "English" }
    theme { vi: "Màu sắc", en: "Colours" }
    dark { vi: "nền tối", en: "dark window" }
    light { vi: "nền sáng", en: "light window" }
    no_colour { vi: "không màu", en: "no colour" }
    signs { vi: "Ký hiệu", en: "Signs" }
    full_signs { vi: "đầy đủ (sao, dấu tích)", en: "full (stars, ticks)" }
    plain_signs { vi: "đơn giản (chữ và dấu thường)", en: "plain (letters and simple marks)" }
    sample_heading { vi: "Hiện ra như thế này:", en: "It looks like this:" }
    kept { vi: "Thay đổi được giữ ngay.", en: "Changes are kept at once." }
}
